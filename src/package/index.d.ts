// The element <dopo-di-noi>: its attributes and its events. No event carries an answer.

/** One of the parts of the path that is shown. */
export interface DopoDiNoiStep {
  /** Which part, from 1. */
  step: number;
  /** How many there are. */
  of: number;
}

/** A document was made. */
export interface DopoDiNoiComplete {
  /** The notice's id. */
  notice: string;
  /** Its version. */
  version: string;
}

/** It cannot be shown, or cannot go on. */
export interface DopoDiNoiError {
  /**
   * Why, as a word: its files did not come, the host's policy refused something, the notice could not be read, the steps after
   * the review did not come, a document could not be made, it failed (and offers to go on with what was typed).
   */
  code: "not_loaded" | "not_allowed" | "notice_not_read" | "later_steps_not_loaded" | "pdf_failed" | "failed";
}

/** What the element says; each event bubbles. */
export interface DopoDiNoiEventMap {
  "ddn-ready": CustomEvent<Record<string, never>>;
  "ddn-step": CustomEvent<DopoDiNoiStep>;
  "ddn-complete": CustomEvent<DopoDiNoiComplete>;
  "ddn-error": CustomEvent<DopoDiNoiError>;
}

/** What can be written on the tag. */
export interface DopoDiNoiAttributes {
  /** The notice, by id or by its address. */
  notice?: string;
  /** The language. */
  lang?: "it" | "en";
  /** `facile`: easy to read, with drawings and a voice. */
  reading?: "standard" | "facile";
  /** `compact`: a section at a time, for who fills in many. */
  mode?: "guided" | "compact";
  /** A colour that white text can be read on, as CSS writes it. */
  accent?: string;
  /** Where the files lie, if not beside the script. */
  base?: string;
  /** After how many minutes without a touch it asks whether somebody is there: 1 to 240, else 20; `0` for never. */
  idle?: string;
  /** Where to go from the page when the person deletes all and leaves; without it the page stays, and says so in its place. */
  exit?: string;
}

/** The element. */
export interface DopoDiNoiElement extends HTMLElement {
  addEventListener<K extends keyof DopoDiNoiEventMap>(
    type: K, listener: (this: DopoDiNoiElement, event: DopoDiNoiEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: DopoDiNoiElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof DopoDiNoiEventMap>(
    type: K, listener: (this: DopoDiNoiElement, event: DopoDiNoiEventMap[K]) => unknown, options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K, listener: (this: DopoDiNoiElement, event: HTMLElementEventMap[K]) => unknown, options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/**
 * The tag for JSX, where a framework has its own list of elements:
 * `declare module "react" { namespace JSX { interface IntrinsicElements extends DopoDiNoiJsx {} } }`
 */
export interface DopoDiNoiJsx {
  "dopo-di-noi": DopoDiNoiAttributes & { children?: unknown; class?: string; className?: string; id?: string; key?: unknown; ref?: unknown };
}

declare global {
  interface HTMLElementTagNameMap {
    "dopo-di-noi": DopoDiNoiElement;
  }
  namespace JSX {
    interface IntrinsicElements extends DopoDiNoiJsx {}
  }
}
