// Entry of the console's scripts: what every page needs, and the runtime that mounts islands.
import { startCopy } from "./frame/copy";
import { startDialogs } from "./frame/dialogs";
import { startDividers } from "./frame/dividers";
import { startHelp } from "./frame/help";
import { startHtmx } from "./frame/htmx";
import { startKeyboard } from "./frame/keyboard";
import { startLists } from "./frame/lists";
import { startLive } from "./frame/live";
import { startMenus } from "./frame/menus";
import { startPalette } from "./frame/palette";
import { startPreferences } from "./frame/preferences";
import { startReveal } from "./frame/reveal";
import { startRooms } from "./frame/rooms";
import { startStepAway } from "./frame/step-away";
import { startTheme } from "./frame/theme";
import { startTimes } from "./frame/times";
import { startToasts } from "./frame/toasts";
import { startIslands } from "./runtime";

for (const start of [
  startHtmx, startToasts, startTimes, startTheme, startPreferences, startRooms, startPalette, startHelp, startReveal, startLists, startKeyboard, startDialogs,
  startMenus, startCopy, startDividers, startLive, startStepAway,
]) start();

void startIslands().then(() => document.documentElement.setAttribute("data-ready", ""));
