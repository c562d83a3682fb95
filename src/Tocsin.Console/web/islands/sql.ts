// The SQL editor (CodeMirror) over a <textarea>: colours, completion from the schema, Ctrl-Enter runs the form. It lives in a
// shadow root, because there its styles are adopted sheets, which the content policy allows. Tab leaves it, as everywhere.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { PostgreSQL, sql } from "@codemirror/lang-sql";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { send } from "../frame/http";
import type { Island } from "../runtime";
import { look } from "./sql/look";

const island: Island = async (element) => {
  const area = element.querySelector("textarea");
  if (!area) throw new Error("an editor needs its textarea");
  const schema = await tables(element.dataset["schema"]);
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  element.append(host);
  const run = () => {
    area.form?.requestSubmit();
    return true;
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        keymap.of([{ key: "Mod-Enter", run }, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        sql({ dialect: PostgreSQL, schema, upperCaseKeywords: false }),
        autocompletion({ icons: false }), closeBrackets(), history(), lineNumbers(), drawSelection(), highlightSpecialChars(),
        EditorView.lineWrapping,
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        EditorView.contentAttributes.of({ "aria-label": area.labels[0]?.textContent?.trim() ?? area.getAttribute("aria-label") ?? "SQL" }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          area.value = update.state.doc.toString();
          area.dispatchEvent(new Event("input", { bubbles: true }));
        }),
        ...(area.placeholder ? [placeholder(area.placeholder)] : []),
        ...look,
      ],
    }),
  });
  // Whoever writes into the textarea (an example, the schema browser) writes into the editor.
  const take = () => {
    const text = area.value;
    if (text !== view.state.doc.toString()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
  };
  const insert = (event: Event) => {
    view.dispatch(view.state.replaceSelection((event as CustomEvent<string>).detail));
    view.focus();
  };
  area.addEventListener("change", take);
  area.addEventListener("insert", insert);
  if (area.autofocus) view.focus();
  return () => {
    area.removeEventListener("change", take);
    area.removeEventListener("insert", insert);
    view.destroy();
    host.remove();
  };
};

/** Typing over a selection, done here: the browser's own way joins lines by inline styles, which the content policy reports. */
function typeOver(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== "insertText" || event.data === null || view.state.selection.main.empty) return false;
  view.dispatch(view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true }));
  return true;
}

/** Columns by table; none when they cannot be had: one can write without. */
async function tables(address: string | undefined): Promise<Record<string, string[]>> {
  if (!address) return {};
  const response = await send(address, { quiet: true }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Record<string, string[]>) : {};
}

export default island;
