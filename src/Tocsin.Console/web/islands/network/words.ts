// Figures of ties and accounts in words.
import { exact } from "../../frame/figures";
import { t } from "../../frame/words";
import { fuse, windowOf } from "./membership";
import type { Model, Role } from "./model";

/** At this share of its acts the first of a pair leads. */
export const clearLead = 0.6;

/** A span of seconds to two digits or so, in the largest unit that is exact. */
export function span(seconds: number): string {
  for (const [unit, name] of [[86_400, "d"], [3_600, "h"], [60, "min"]] as const) if (seconds % unit === 0 && seconds >= unit && seconds < 100 * unit) return `${seconds / unit} ${name}`;
  if (seconds < 1) return t("under 1 s");
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

/** What two did with values of a kind. */
export function sharing(kind: string): string {
  switch (kind) {
    case "hashtag": return t("used the same hashtag");
    case "text": case "near_text": return t("posted the same text");
    case "repost_target": return t("reposted the same post");
    case "quote_target": return t("quoted the same post");
    case "reply_target": return t("replied to the same post");
    case "url": return t("shared the same link");
    case "domain": return t("linked to the same site");
    case "mention": return t("mentioned the same account");
    case "media": return t("posted the same picture or video");
    case "sound": return t("used the same sound");
    case "video": return t("shared the same video");
    case "wallet": return t("asked for money to the same wallet");
    case "phone": return t("gave the same phone number");
    case "email": return t("gave the same e-mail address");
    case "invite": return t("shared the same invite link");
    case "device": return t("acted from the same device");
    case "ip": return t("acted from the same IP address");
    case "emoji": return t("used the same run of emoji");
    default: return t("shared the same object");
  }
}

export function kindName(kind: string): string {
  switch (kind) {
    case "near_text": return t("text");
    case "repost_target": return t("repost");
    case "quote_target": return t("quote");
    case "reply_target": return t("reply");
    case "ip": return "IP";
    case "url": return t("link");
    default: return kind.replaceAll("_", " ");
  }
}

export function roleName(role: Role): string {
  switch (role) {
    case "seeder": return t("seeder");
    case "amplifier": return t("amplifier");
    case "bridge": return t("bridge");
    default: return t("member");
  }
}

/** The evidence of a pair, the strongest first: "used the same hashtag 14 times within 1 min; chance gives 0.3". */
export function evidenceOf(model: Model, tie: number, window: number | null): { text: string; bits: number }[] {
  return fuse(model, tie, window).best.map((row) => ({
    text: t("{0} {1} times within {2}, typically {3} apart; chance gives {4}",
      sharing(model.traces[model.trace[row]!]!.kind), exact(model.observed[row]!), span(windowOf(model, row)), span(model.gap[row]!), chance(model.expected[row]!)),
    bits: model.low[row]!,
  }));
}

/** Of the tie's strongest evidence, the share in which the first of the two acted first. */
export function leadOf(model: Model, tie: number, window: number | null): number {
  const row = fuse(model, tie, window).best[0];
  return row === undefined ? 0.5 : model.leads[row]! / model.observed[row]!;
}

function chance(expected: number): string {
  return expected < 0.01 ? t("under 0.01") : expected < 10 ? expected.toFixed(2) : exact(Math.round(expected));
}
