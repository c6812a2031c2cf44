"use strict";

const PAUSE_MS = 50;

/**
 * Joins texts written less than 50 ms apart. tslab sends a message for each write, and Jupyter's server drops output above a thousand
 * messages a second.
 *
 * @param send receives the name of the stream and the joined text
 */
function joinedStream(send) {
  let name = "";
  let text = "";
  let sentAt = 0;
  let timer;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (text === "") return;
    send(name, text);
    text = "";
    sentAt = Date.now();
  };
  const write = (stream, chunk) => {
    if (stream !== name) flush();
    name = stream;
    text += chunk;
    if (Date.now() - sentAt >= PAUSE_MS) flush();
    else timer ??= setTimeout(flush, PAUSE_MS);
  };
  return { write, flush };
}

module.exports = { joinedStream };
