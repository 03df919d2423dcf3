/** The style sheets of the widget, in the order in which they rule. */

import { unsafeCSS } from "lit";

import adapt from "./styles/adapt.css";
import answers from "./styles/answers.css";
import base from "./styles/base.css";
import chat from "./styles/chat.css";
import composer from "./styles/composer.css";
import frame from "./styles/frame.css";
import print from "./styles/print.css";
import safety from "./styles/safety.css";
import tokens from "./styles/tokens.css";

export const styles = [
  tokens, base, frame, composer, chat, answers, safety, adapt, print,
].map(unsafeCSS);
