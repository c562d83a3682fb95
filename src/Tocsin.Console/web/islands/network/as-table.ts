// The same as a table, made when it is asked for.
import { make } from "../../frame/dom";
import { t } from "../../frame/words";

const most = 500;

/** A fold that holds a table; the rows are only worked out when it opens. */
export function asTable(heads: string[], rows: () => (string | number)[][]): HTMLElement {
  const fold = make("details", { class: "as-table" }, make("summary", {}, t("As a table")));
  fold.addEventListener("toggle", () => {
    if (fold.open && fold.children.length === 1) fold.append(make("div", { class: "table-wrap" }, table(heads, rows())));
  });
  return fold;
}

function table(heads: string[], rows: (string | number)[][]): HTMLElement {
  const cell = (value: string | number, first: boolean) =>
    typeof value === "number" ? make("td", { class: "number" }, value.toLocaleString("en")) : make(first ? "th" : "td", first ? { scope: "row" } : {}, make("bdi", {}, value));
  return make("table", { class: "table" },
    ...(rows.length > most ? [make("caption", {}, t("The first {0} of {1} rows.", most, rows.length))] : []),
    make("thead", {}, make("tr", {}, ...heads.map((head, i) => make("th", { scope: "col", class: typeof rows[0]?.[i] === "number" ? "number" : null }, head)))),
    make("tbody", {}, ...rows.slice(0, most).map((row) => make("tr", {}, ...row.map((value, i) => cell(value, i === 0))))));
}
