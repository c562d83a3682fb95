// How long somebody has been reading without a break. Pure.
export type Reading = { since: number; last: number };

const minute = 60_000;

/** A pause this long counts as a break. */
export const pause = 5 * minute;

/** The stretch of reading after a sign of life at a time. */
export function alive(reading: Reading | undefined, now: number): Reading {
  return !reading || now - reading.last > pause || reading.since > now ? { since: now, last: now } : { since: reading.since, last: now };
}

/** Whether it is time to suggest a break. */
export function due(reading: Reading | undefined, minutes: number, now: number): boolean {
  return minutes > 0 && reading !== undefined && now - reading.last <= pause && now - reading.since >= minutes * minute;
}
