// The screen of a network: picture, matrix, time strip and table are four ways to look at one state, which stands in the address.
import { send } from "../frame/http";
import type { Island } from "../runtime";
import type { ActColumns } from "./network/acts";
import { Explorer } from "./network/explorer";
import { type Columns, modelOf } from "./network/model";

const island: Island = async (element) => {
  const signal = element.dataset["signal"] ?? "";
  if (!element.dataset["tag"]) return () => undefined;
  const of = `/signals/${encodeURIComponent(signal)}`;
  const acts = fetchJson(`${of}/acts`).catch(() => null);   // without them all but the time still works
  const explorer = new Explorer(element, modelOf((await fetchJson(`${of}/graph`)) as Columns));
  void acts.then((columns) => explorer.setActs(columns as ActColumns | null));
  return () => explorer.close();
};

async function fetchJson(url: string): Promise<unknown> {
  const response = await send(url, { quiet: true });
  if (!response.ok) throw new Error(`${response.status} from ${url}`);
  return response.json();
}

export default island;
