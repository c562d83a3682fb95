// Times as people read them; Layout/Reading/Moments.cs says the same, in UTC.
import { t } from "./words";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const formats = new Map<string, Intl.DateTimeFormat>();

export type Style = "relative" | "date" | "time" | "full";

/** A time in words, in a zone (IANA name; undefined is the browser's). */
export function moment(at: Date, now: Date, style: Style, zone?: string): string {
  if (style === "full") return `${parts(at, zone, true)}, ${clock(at, zone, true)}`;
  if (style === "time") return `${calendar(at, now, zone)}, ${clock(at, zone, false)}`;
  const gap = Math.abs(now.getTime() - at.getTime());
  if (style === "date" || gap >= 7 * day) return calendar(at, now, zone);
  if (gap < minute) return t("just now");
  const span = gap < hour ? `${Math.floor(gap / minute)} min` : gap < day ? `${Math.floor(gap / hour)} h` : `${Math.floor(gap / day)} d`;
  return at < now ? t("{0} ago", span) : t("in {0}", span);
}

function calendar(at: Date, now: Date, zone?: string): string {
  return parts(at, zone, year(at, zone) !== year(now, zone));
}

function parts(at: Date, zone: string | undefined, withYear: boolean): string {
  return format({ day: "numeric", month: "short", ...(withYear ? { year: "numeric" } : {}) }, zone).format(at).replace("Sept", "Sep");
}

function clock(at: Date, zone: string | undefined, seconds: boolean): string {
  return format({ hour: "2-digit", minute: "2-digit", ...(seconds ? { second: "2-digit" } : {}), hourCycle: "h23" }, zone).format(at);
}

function year(at: Date, zone?: string): string {
  return format({ year: "numeric" }, zone).format(at);
}

function format(options: Intl.DateTimeFormatOptions, zone?: string): Intl.DateTimeFormat {
  const key = JSON.stringify([options, zone]);
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat("en-GB", { ...options, ...(zone ? { timeZone: zone } : {}) })));
  return found;
}
