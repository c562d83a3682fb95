// Draws data-text as a QR code, as one SVG path. The same text stands beside it for those who type.
import qrcode from "qrcode-generator";
import type { Island } from "../runtime";

const quietZone = 4;

const island: Island = (element) => {
  const code = qrcode(0, "M");
  code.addData(element.dataset.text ?? "");
  code.make();
  const size = code.getModuleCount();
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `${-quietZone} ${-quietZone} ${size + 2 * quietZone} ${size + 2 * quietZone}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", element.dataset.label ?? "");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", modules(size, (row, column) => code.isDark(row, column)));
  svg.append(path);
  element.append(svg);
  return () => svg.remove();
};

/** The dark modules, each row's neighbours joined into one run. */
function modules(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column++;
      path += `M${start} ${row}h${column + 1 - start}v1H${start}z`;
    }
  }
  return path;
}

export default island;
