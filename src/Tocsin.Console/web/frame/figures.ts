// Numbers as people read them; Layout/Reading/Figures.cs says the same.
import { t } from "./words";

/** 999, 12.4 k, 1.2 M. */
export function short(n: number): string {
  const size = Math.abs(n);
  if (size < 1_000) return size === Math.round(size) ? `${n}` : decimal(n);
  if (size < 999_500) return scaled(n / 1e3, "k");
  return size < 999_500_000 ? scaled(n / 1e6, "M") : scaled(n / 1e9, "G");
}

/** 1,234,567; figures that are not whole with up to two decimals. */
export function exact(n: number): string {
  return n.toLocaleString("en", { maximumFractionDigits: 2 });
}

/** Against before: +40 %, −12 %, × 3.5, new, no change. */
export function change(now: number, before: number): string {
  if (now === before) return t("no change");
  if (before <= 0) return t("new");
  const ratio = now / before;
  if (ratio >= 2) return `× ${ratio < 10 ? decimal(ratio) : ratio.toFixed(0)}`;
  return ratio > 1 ? `+${((ratio - 1) * 100).toFixed(0)} %` : `−${((1 - ratio) * 100).toFixed(0)} %`;
}

function scaled(n: number, unit: string): string {
  return `${Math.abs(n) < 99.95 ? decimal(n) : n.toFixed(0)} ${unit}`;
}

function decimal(n: number): string {
  return n.toFixed(1).replace(/\.0$/, "");
}
