// Reads server-sent events from a stream of text (WHATWG HTML, 9.2.6). Pure.
export type StreamEvent = { type: string; data: string; id: string };

export class EventStream {
  #rest = "";
  #type = "";
  #data: string[] = [];
  #id = "";

  /** The events that a further piece of text completes. */
  push(text: string): StreamEvent[] {
    const found: StreamEvent[] = [];
    this.#rest += text;
    // A line end is CR, LF or both: a CR at the very end may be half of one.
    for (let end; (end = /\r\n|\n|\r(?!$)/.exec(this.#rest)); ) {
      const event = this.#line(this.#rest.slice(0, end.index));
      this.#rest = this.#rest.slice(end.index + end[0].length);
      if (event) found.push(event);
    }
    return found;
  }

  #line(line: string): StreamEvent | undefined {
    if (line === "") return this.#dispatch();
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") this.#type = value;
    else if (field === "data") this.#data.push(value);
    else if (field === "id" && !value.includes("\0")) this.#id = value;
    return undefined;
  }

  #dispatch(): StreamEvent | undefined {
    const event = this.#data.length === 0 ? undefined : { type: this.#type || "message", data: this.#data.join("\n"), id: this.#id };
    this.#type = "";
    this.#data = [];
    return event;
  }
}
