// Entry of the console's scripts: the runtime that mounts islands, and what every page needs.
import { mountIslands } from "./runtime";

mountIslands(document);
