import assert from "node:assert/strict";
import { test } from "node:test";
import { EventStream } from "../frame/event-stream";

const whole = ': hello\nid: 7\nevent: signal\ndata: {"id":"N-1"}\n\ndata: a\ndata: b\r\n\r\nevent: empty\n\nid\ndata:c\n\n';
const expected = [
  { type: "signal", data: '{"id":"N-1"}', id: "7" },
  { type: "message", data: "a\nb", id: "7" },
  { type: "message", data: "c", id: "" },
];

test("events are read by type, data and id; the id holds until it changes", () => {
  assert.deepEqual(new EventStream().push(whole), expected);
});

test("it does not matter where the stream is cut", () => {
  for (let size = 1; size < whole.length; size++) {
    const stream = new EventStream();
    const found = [];
    for (let at = 0; at < whole.length; at += size) found.push(...stream.push(whole.slice(at, at + size)));
    assert.deepEqual(found, expected, `cut every ${size}`);
  }
});

test("carriage returns alone end lines", () => {
  assert.deepEqual(new EventStream().push("data: x\r\rdata: y\r\r\n").map((event) => event.data), ["x", "y"]);
});
