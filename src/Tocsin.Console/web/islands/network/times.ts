// The scrubber under the picture: a moment in time, and playing through it. Nodes and ties come in when they first acted.
import { moment } from "../../frame/moments";
import { zone } from "../../frame/times";
import { t } from "../../frame/words";
import { actingBetween } from "./acts";
import type { Explorer } from "./explorer";
import { still } from "./picture";

const playFor = 12_000;   // milliseconds from first to last
const mostFrames = 240;
const glowShare = 90;   // of the whole time, how long an act glows

export class Times {
  #slider: HTMLInputElement | null;
  #play: HTMLButtonElement | null;
  #text: HTMLElement | null;
  #frame = 0;

  constructor(readonly explorer: Explorer) {
    const { element } = explorer;
    this.#slider = element.querySelector("[data-at]");
    this.#play = element.querySelector("[data-play]");
    this.#text = element.querySelector("[data-at-text]");
    for (const control of [this.#slider, this.#play]) if (control) control.disabled = true;
    this.#slider?.addEventListener("input", () => {
      const at = this.#moment(Number(this.#slider!.value));
      this.#stop();
      this.explorer.change({ at });
    });
    this.#play?.addEventListener("click", () => (this.#frame ? this.#stop() : this.#start()));
  }

  /** The acts are there, or there are none. */
  ready(): void {
    for (const control of [this.#slider, this.#play]) if (control) control.disabled = this.explorer.acts === null;
  }

  tell(): void {
    const { at } = this.explorer.state;
    const when = at === null ? null : new Date(at * 1000);
    if (this.#slider && !this.#slider.matches(":active")) this.#slider.value = String(at ?? this.#slider.max);
    const text = when ? moment(when, when, "time", zone()) : t("all of it");
    if (this.#text && this.#text.textContent !== text) this.#text.textContent = text;
    this.#slider?.setAttribute("aria-valuetext", text);
    this.#play?.setAttribute("aria-pressed", String(this.#frame !== 0));
  }

  /** Shows what came or went between two moments, and nothing else. */
  step(from: number | null, to: number | null): void {
    const { picture, model, acts } = this.explorer;
    if (!picture?.appears || !acts) return;
    picture.marks.acting = to === null ? null : actingBetween(acts, to - (acts.last - acts.first) / glowShare, to);
    const [low, high] = [Math.min(from ?? Infinity, to ?? Infinity), Math.max(from ?? Infinity, to ?? Infinity)];
    const between = (times: Float64Array) => Array.from(times.keys()).filter((i) => times[i]! > low && times[i]! <= high);
    const nodes = between(picture.appears.node);
    const touched = new Set(between(picture.appears.tie));
    if (nodes.length > 0) {
      const come = new Set(nodes);
      for (let tie = 0; tie < model.a.length; tie++) if (come.has(model.a[tie]!) || come.has(model.b[tie]!)) touched.add(tie);
    }
    picture.touch(nodes, touched);
    if (to === null) picture.refresh();
  }

  close(): void {
    cancelAnimationFrame(this.#frame);
  }

  #start(): void {
    const { acts, state } = this.explorer;
    if (!acts) return;
    const begin = state.at === null || state.at >= acts.last ? acts.first : state.at;
    const span = acts.last - begin;
    const started = performance.now();
    const step = still() ? playFor / 12 : playFor / mostFrames;
    let shown = 0;
    const run = (now: number) => {
      const done = Math.min(1, (now - started) / playFor);
      this.#frame = done < 1 ? requestAnimationFrame(run) : 0;
      if (now - shown < step && done < 1) return;
      shown = now;
      this.explorer.change({ at: done < 1 ? begin + done * span : null });
    };
    this.#frame = requestAnimationFrame(run);
    this.tell();
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.tell();
  }

  #moment(value: number): number | null {
    return this.#slider && value >= Number(this.#slider.max) ? null : value;
  }
}
