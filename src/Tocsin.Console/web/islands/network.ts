// The screen of a network: picture, matrix, time strip and table are four ways to look at one state, which stands in the address.
import { send } from "../frame/http";
import type { Island } from "../runtime";
import { Explorer } from "./network/explorer";
import { modelOf } from "./network/model";

const island: Island = async (element) => {
  const signal = element.dataset["signal"] ?? "";
  if (!element.dataset["tag"]) return () => undefined;
  const [graph, acts] = ["graph", "acts"].map((what) => fetchJson(`/signals/${encodeURIComponent(signal)}/${what}`));
  const explorer = new Explorer(element, modelOf((await graph) as never));
  void acts!.then((columns) => explorer.setActs(columns as never), () => explorer.setActs(null));
  return () => explorer.close();
};

async function fetchJson(url: string): Promise<unknown> {
  const response = await send(url, { quiet: true });
  if (!response.ok) throw new Error(`${response.status} from ${url}`);
  return response.json();
}

export default island;
