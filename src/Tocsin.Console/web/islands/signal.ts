// A signal's page: its forms, by keyboard.
import type { Island } from "../runtime";
import { startForms } from "./acts/forms";

const island: Island = () => startForms();

export default island;
