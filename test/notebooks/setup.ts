/** Installing Jupyter takes a minute, once: before the tests, which then find it. Those that need it are skipped where it fails. */
export async function setup(): Promise<void> {
  const { jupyterForTests } = await import("../support/jupyter.ts");
  jupyterForTests("lab");
}
