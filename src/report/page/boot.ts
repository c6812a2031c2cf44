/**
 * The page's own script: draws each chart where it belongs. `ast` interprets the charts' expressions, so that the page
 * need not allow code made from text; a chart that fails says so in its place.
 */
export const BOOT = `
"use strict";
{
  const options = {
    mode: "vega-lite",
    renderer: "svg",
    ast: true,
    actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
  };
  const specs = JSON.parse(document.getElementById("specs").textContent);
  const drawn = Object.entries(specs).map(([id, spec]) =>
    vegaEmbed("#" + id, spec, { ...options, downloadFileName: id }).catch((error) => {
      const words = document.createElement("p");
      words.className = "failed";
      words.textContent = "This chart could not be drawn: " + error.message;
      document.getElementById(id).replaceChildren(words);
      console.error(error);
    }),
  );
  Promise.all(drawn).then(() => document.documentElement.setAttribute("data-charts", "drawn"));
}
`;
