"use strict";
const { fromTslab } = require("./tslab.cjs");

const { ZmqServer } = fromTslab("./dist/jupyter.js");
const zmq = fromTslab("zeromq");

/** tslab awaits no send, and zeromq refuses all but some hundred sends in a row, unless it may neither wait nor drop. */
const { Publisher } = zmq;
zmq.Publisher = class extends Publisher {
  constructor(options) {
    super({ ...options, sendTimeout: 0, sendHighWaterMark: 0 });
  }
};

/** Jupyter's messages. */
class Wire extends ZmqServer {
  async handleExecute(sock, message) {
    const publish = (type, content) => this.#send(this.iopub, message, type, content);
    this.#send(sock, message, "execute_reply", await this.handler.run(message.content, publish));
  }

  /** tslab calls this reply a completion. */
  handleCommInfoRequest(sock, message) {
    this.#send(sock, message, "comm_info_reply", { status: "ok", comms: {} });
  }

  handleShutdown(sock, message) {
    const { restart } = message.content;
    this.#send(sock, message, "shutdown_reply", { status: "ok", restart });
  }

  /** Also ends what cells left running: timers, worker threads. */
  close() {
    super.close();
    setTimeout(() => process.exit(0), 50);
  }

  #send(sock, message, type, content) {
    const reply = message.createReply();
    reply.header.msg_type = type;
    reply.content = content;
    reply.signAndSend(this.connInfo.key, sock);
  }
}

module.exports = { Wire };
