import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";

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
}

export interface PulledText {
  version: number;
  updates: WireUpdate[];
}

/** Who listens to one text. */
export interface Listener {
  connected(): void;
  disconnected(): void;
  updated(version: number, updates: WireUpdate[]): void;
}

const longestPause = 5_000;

/** One connection for all texts of a page. It comes back by itself, for as long as the page is there. */
class TextConnection {
  private readonly connection: HubConnection;
  private readonly listeners = new Map<string, Listener>();
  private starting = false;

  constructor() {
    this.connection = new HubConnectionBuilder().withUrl("/hubs/text").configureLogging(LogLevel.None).build();
    this.connection.on("Updates", (documentId: string, version: number, updates: WireUpdate[]) =>
      this.listeners.get(documentId)?.updated(version, updates));
    this.connection.on("Pointed", () => undefined);
    this.connection.onclose(() => {
      for (const listener of this.listeners.values()) listener.disconnected();
      void this.start();
    });
  }

  get isConnected(): boolean {
    return this.connection.state === HubConnectionState.Connected;
  }

  listen(documentId: string, listener: Listener): void {
    this.listeners.set(documentId, listener);
    if (this.isConnected) listener.connected();
    else void this.start();
  }

  leave(documentId: string): void {
    this.listeners.delete(documentId);
    if (this.listeners.size === 0) void this.connection.stop();
  }

  open(documentId: string): Promise<OpenedText> {
    return this.connection.invoke("Open", documentId);
  }

  push(documentId: string, version: number, updates: WireUpdate[]): Promise<{ version: number }> {
    return this.connection.invoke("Push", documentId, version, updates);
  }

  pull(documentId: string, version: number): Promise<PulledText> {
    return this.connection.invoke("Pull", documentId, version);
  }

  private async start(): Promise<void> {
    if (this.starting) return;
    this.starting = true;
    for (let pause = 250; this.listeners.size > 0 && !this.isConnected; pause = Math.min(pause * 2, longestPause)) {
      try {
        await this.connection.start();
      } catch {
        // The server is away; the words are kept here until it is back.
        await new Promise(resolve => setTimeout(resolve, pause));
      }
    }
    this.starting = false;
    if (this.isConnected) for (const listener of this.listeners.values()) listener.connected();
  }
}

export const textConnection = new TextConnection();

/** The server's own refusal, apart from a connection that broke: its code and its sentence. */
export function refusalOf(error: unknown): { code: string; message: string } | null {
  const match = /HubException: ([a-z.-]+): (.*)$/s.exec(error instanceof Error ? error.message : "");
  return match ? { code: match[1]!, message: match[2]! } : null;
}
