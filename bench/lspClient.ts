// An LSP client for measuring any server over stdio: it does next to nothing between a message's last byte and the
// clock, so that what is measured is the server. It has no support for pulled diagnostics, so servers push.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { ENVIRONMENT } from "./environment";

export interface ServerCommand {
  readonly name: string;
  readonly command: readonly string[];
  readonly initializationOptions?: unknown;
}

export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Heap {
  readonly heapUsed: number;
  readonly external: number;
  readonly rss: number;
}

const HEADER_END = "\r\n\r\n";

export class LspClient {
  /** When the last byte of the message at hand came. */
  private arrived = 0;
  private chunks: Buffer[] = [];
  private buffered = 0;
  /** How many bytes the message at hand has; -1 while its header is incomplete. */
  private length = -1;
  private requests = 0;
  private readonly answers = new Map<number | string, (message: Message) => void>();
  private readonly listeners = new Set<(published: Published) => void>();
  /** Who waits, to be told when the process ends. A race with one long promise would keep all that ever came. */
  private readonly waiting = new Set<(error: Error) => void>();
  private failure: Error | null = null;
  private ended = false;

  private constructor(
    readonly process: ChildProcess,
    readonly name: string,
  ) {
    process.stdout!.on("data", (chunk: Buffer) => this.read(chunk));
    process.once("exit", (code) => {
      this.failure = new Error(`${name} ended with ${code}`);
      for (const fail of this.waiting) fail(this.failure);
    });
  }

  /** What comes of a promise, unless the process ends before. */
  private orFailure<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.failure) reject(this.failure);
      this.waiting.add(reject);
      void promise.then(resolve, reject).finally(() => this.waiting.delete(reject));
    });
  }

  /** Starts a server and initializes it; gives the time from the start to its answer, in milliseconds. */
  static async start(server: ServerCommand): Promise<{ client: LspClient; ms: number }> {
    const start = performance.now();
    const [program, ...args] = server.command;
    const child = spawn(program!, args, {
      env: ENVIRONMENT,
      stdio: ["pipe", "pipe", "inherit", "pipe"],
    });
    const client = new LspClient(child, server.name);
    await client.request("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
      },
      initializationOptions: server.initializationOptions,
    });
    const ms = client.arrived - start;
    client.notify("initialized", {});
    return { client, ms };
  }

  /** Opens a document; gives its first diagnostics and how long they took. */
  open(uri: string, languageId: string, text: string): Promise<{ ms: number; published: Published }> {
    const textDocument = { uri, languageId, version: 1, text };
    return this.timed(uri, 1, frame({ method: "textDocument/didOpen", params: { textDocument } }));
  }

  close(uri: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  /** Makes an edit; gives the diagnostics of that version and how long they took. */
  change(
    uri: string,
    version: number,
    contentChanges: readonly unknown[],
  ): Promise<{ ms: number; published: Published }> {
    const params = { textDocument: { uri, version }, contentChanges };
    return this.timed(uri, version, frame({ method: "textDocument/didChange", params }));
  }

  private timed(
    uri: string,
    version: number,
    message: Buffer,
  ): Promise<{ ms: number; published: Published }> {
    const published = new Promise<{ ms: number; published: Published }>((resolve) => {
      const listen = (params: Published) => {
        // A server that names no version is taken at its word that what it sends is of the newest.
        if (params.uri !== uri || (params.version ?? version) !== version) return;
        this.listeners.delete(listen);
        resolve({ ms: this.arrived - start, published: params });
      };
      this.listeners.add(listen);
    });
    const start = performance.now();
    this.process.stdin!.write(message);
    return this.orFailure(published);
  }

  async request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.requests;
    const answer = new Promise<Message>((resolve) => this.answers.set(id, resolve));
    this.process.stdin!.write(frame({ id, method, params }));
    const { result, error } = await this.orFailure(answer);
    if (error) throw new Error(`${this.name}: ${method}: ${error.message}`);
    return result;
  }

  notify(method: string, params: unknown): void {
    this.process.stdin!.write(frame({ method, params }));
  }

  /** The memory that the server's process has of the machine, in bytes; NaN where the system does not tell. */
  rss(): number {
    try {
      const status = readFileSync(`/proc/${this.process.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    } catch {
      return Number.NaN;
    }
  }

  /** What is in use after a garbage collection; the server runs with `heap.cjs` in front. */
  async heap(): Promise<Heap> {
    const told = once(this.process.stdio[3]!, "data");
    this.process.kill("SIGUSR2");
    const [line] = (await this.orFailure(told)) as [Buffer];
    return JSON.parse(line.toString()) as Heap;
  }

  async stop(): Promise<void> {
    this.ended = true;
    await this.request("shutdown", undefined);
    const gone = once(this.process, "exit");
    this.notify("exit", undefined);
    await gone;
  }

  private read(chunk: Buffer): void {
    const now = performance.now();
    this.chunks.push(chunk);
    this.buffered += chunk.length;
    while (this.length >= 0 || this.readHeader()) {
      if (this.buffered < this.length) return;
      this.arrived = now;
      const body = this.take(this.length);
      this.length = -1;
      this.hear(JSON.parse(body.toString()) as Message);
    }
  }

  private readHeader(): boolean {
    const all = this.take(this.buffered);
    const end = all.indexOf(HEADER_END);
    this.chunks = [all];
    this.buffered = all.length;
    if (end < 0) return false;
    this.length = Number(/Content-Length: (\d+)/i.exec(all.toString("latin1", 0, end))![1]);
    this.take(end + HEADER_END.length);
    return true;
  }

  /** Takes so many bytes off what has come. */
  private take(length: number): Buffer {
    const all = this.chunks.length === 1 ? this.chunks[0]! : Buffer.concat(this.chunks);
    this.chunks = [all.subarray(length)];
    this.buffered = all.length - length;
    return all.subarray(0, length);
  }

  private hear({ id, method, params, result, error }: Message): void {
    if (method === undefined) {
      this.answers.get(id!)?.({ result, ...(error && { error }) });
      this.answers.delete(id!);
    } else if (id !== undefined) {
      const items = (params as { items?: unknown[] } | undefined)?.items;
      this.process.stdin!.write(frame({ id, result: items ? items.map(() => null) : null }));
    } else if (method === "textDocument/publishDiagnostics") {
      for (const listen of this.listeners) listen(params as Published);
    } else if (method === "window/logMessage" && (params as { type: number }).type <= 2 && !this.ended) {
      console.error(`${this.name}: ${(params as { message: string }).message}`);
    }
  }
}

function frame(message: Message): Buffer {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return Buffer.from(`Content-Length: ${Buffer.byteLength(body)}${HEADER_END}${body}`);
}
