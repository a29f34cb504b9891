import { HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import {
  Disconnected, Refused, type Listener, type OpenedText, type Pointed, type PulledText, type RemarkedText, type Selection, type TextServer, type WireUpdate,
} from "./wire";

const longestPause = 5_000;
const serverFailed = "Your last words could not be saved. Load this page again; they are kept on this device.";

/** One connection for all texts of a page. It comes back by itself, for as long as the page is there. */
class TextConnection implements TextServer {
  private readonly connection: HubConnection;
  private readonly listeners = new Map<string, Listener>();
  private starting = false;

  constructor() {
    this.connection = new HubConnectionBuilder().withUrl("/hubs/text").configureLogging(LogLevel.None).build();
    this.connection.on("Updates", (documentId: string, version: number, updates: WireUpdate[]) =>
      this.listeners.get(documentId)?.updated(version, updates));
    this.connection.on("Pointed", (documentId: string, points: Pointed[]) => this.listeners.get(documentId)?.pointed(points));
    this.connection.on("Remarked", (documentId: string, said: RemarkedText) => this.listeners.get(documentId)?.remarked(said));
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
    return this.call("Open", documentId);
  }

  push(documentId: string, version: number, updates: WireUpdate[]): Promise<{ version: number }> {
    return this.call("Push", documentId, version, updates);
  }

  pull(documentId: string, version: number): Promise<PulledText> {
    return this.call("Pull", documentId, version);
  }

  point(documentId: string, selection: Selection): Promise<void> {
    return this.call("Point", documentId, selection);
  }

  remarks(documentId: string): Promise<RemarkedText> {
    return this.call("Remarks", documentId);
  }

  private async call<T>(method: string, ...given: unknown[]): Promise<T> {
    try {
      return await this.connection.invoke<T>(method, ...given);
    } catch (failed) {
      if (!this.isConnected) throw new Disconnected("The connection broke.", { cause: failed });
      const said = /HubException: ([a-z.-]+): (.*)$/s.exec(failed instanceof Error ? failed.message : "");
      throw said ? new Refused(said[1]!, said[2]!) : new Refused("server.failed", serverFailed);
    }
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
