/** A step as it goes over the wire. */
export interface WireUpdate {
  clientId: string;
  operationId: string;
  changes: unknown;
}

export interface OpenedText {
  version: number;
  text: string;
  mayWrite: boolean;
  /** Who reads. */
  participant: string;
}

/** Where somebody writes; null where they look elsewhere. */
export type Selection = { anchor: number; head: number } | null;

export interface Pointed {
  participant: string;
  name: string;
  selection: Selection;
}

export interface PulledText {
  version: number;
  updates: WireUpdate[];
}

/** Where an open comment or suggestion stands. */
export interface Marked {
  id: string;
  suggests: boolean;
  from: number;
  to: number;
}

/** Where words stand that are tied to something on the thread, by the name of that. */
export interface Tied {
  id: string;
  from: number;
  to: number;
}

/** Where all of them stand in one version of the text. */
export interface RemarkedText {
  version: number;
  remarks: Marked[];
  ties: Tied[];
}

/** Who listens to one text. */
export interface Listener {
  connected(): void;
  disconnected(): void;
  updated(version: number, updates: WireUpdate[]): void;
  pointed(points: Pointed[]): void;
  remarked(said: RemarkedText): void;
}

/** The server's own no, in a sentence for people. */
export class Refused extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

/** The connection broke, so nobody knows whether the call arrived. */
export class Disconnected extends Error {}

/** The way to the server's texts. A call fails with {@link Refused} or {@link Disconnected}. */
export interface TextServer {
  listen(documentId: string, listener: Listener): void;
  leave(documentId: string): void;
  open(documentId: string): Promise<OpenedText>;
  push(documentId: string, version: number, updates: WireUpdate[]): Promise<{ version: number }>;
  pull(documentId: string, version: number): Promise<PulledText>;
  point(documentId: string, selection: Selection): Promise<void>;
  remarks(documentId: string): Promise<RemarkedText>;
}
