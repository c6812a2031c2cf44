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

/** Requests tslab knows. */
const KNOWN = ["comm_info", "complete", "execute", "inspect", "is_complete", "kernel_info", "shutdown"].map(
  (name) => `${name}_request`,
);

/** Jupyter's messages. */
class Wire extends ZmqServer {
  async handleExecute(sock, message) {
    const publish = (type, content) => this.#send(this.iopub, message, type, content);
    this.#send(sock, message, "execute_reply", await this.handler.run(message.content, publish));
  }

  /**
   * tslab warns of requests it does not know, and the warning ends up in the last cell. JupyterLab asks such a one: for the history
   * of cells. Before tslab sees what is asked, it is made a question about comms, which is answered below.
   */
  publishStatus(status, message) {
    const { header } = message;
    if (status === "idle" && message.asked !== undefined) header.msg_type = message.asked;
    super.publishStatus(status, message);
    if (status !== "busy" || KNOWN.includes(header.msg_type)) return;
    message.asked = header.msg_type;
    message.header = { ...header, msg_type: "comm_info_request" };
  }

  /** This kernel has no comms and keeps no history. tslab calls its reply a completion. */
  handleCommInfoRequest(sock, message) {
    if (message.asked === undefined) this.#send(sock, message, "comm_info_reply", { status: "ok", comms: {} });
    if (message.asked === "history_request") this.#send(sock, message, "history_reply", { status: "ok", history: [] });
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
