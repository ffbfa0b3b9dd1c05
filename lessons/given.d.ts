// learn-concurrency exercises: types of what Node has and the exercises use. Nothing has to be installed for them.

interface ImportMeta {
  readonly url: string;
}

declare class URL {
  constructor(url: string, base?: string | URL);
  readonly href: string;
  readonly pathname: string;
  readonly searchParams: { get(name: string): string | null };
}
declare class AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  static timeout(ms: number): AbortSignal;
  static any(signals: readonly AbortSignal[]): AbortSignal;
  throwIfAborted(): void;
  addEventListener(type: "abort", listener: () => void, options?: { once?: boolean }): void;
  removeEventListener(type: "abort", listener: () => void): void;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
interface Timer {
  unref(): this;
}
declare function setTimeout(run: (...given: any[]) => void, ms?: number, ...given: any[]): Timer;
declare function setInterval(run: (...given: any[]) => void, ms?: number, ...given: any[]): Timer;
declare function setImmediate(run: (...given: any[]) => void, ...given: any[]): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
declare function clearInterval(timer: Timer | undefined): void;
declare function queueMicrotask(run: () => void): void;
declare function structuredClone<T>(value: T): T;
declare const performance: { now(): number };
declare const console: {
  log(...values: unknown[]): void;
  error(...values: unknown[]): void;
  table(value: unknown): void;
};

declare module "node:worker_threads" {
  export class Worker {
    constructor(file: URL | string, options?: { workerData?: unknown; transferList?: readonly unknown[] });
    postMessage(value: unknown, transfer?: readonly unknown[]): void;
    on(event: "message", listener: (value: any) => void): this;
    on(event: "error", listener: (error: Error) => void): this;
    on(event: "exit", listener: (code: number) => void): this;
    once(event: "message", listener: (value: any) => void): this;
    once(event: "error", listener: (error: Error) => void): this;
    once(event: "exit", listener: (code: number) => void): this;
    off(event: "message" | "error" | "exit", listener: (value: any) => void): this;
    terminate(): Promise<number>;
    unref(): void;
  }
  export class MessagePort {
    postMessage(value: unknown, transfer?: readonly unknown[]): void;
    on(event: "message", listener: (value: any) => void): this;
    once(event: "message", listener: (value: any) => void): this;
    close(): void;
    unref(): void;
  }
  export class MessageChannel {
    readonly port1: MessagePort;
    readonly port2: MessagePort;
  }
  export const parentPort: MessagePort | null;
  export const workerData: unknown;
  export const isMainThread: boolean;
  export const threadId: number;
}

declare module "node:http" {
  export interface IncomingMessage {
    readonly url?: string;
    readonly method?: string;
  }
  export interface ServerResponse {
    statusCode: number;
    end(text?: string): void;
  }
  export interface Server {
    listen(port: number, host?: string, listening?: () => void): this;
    close(): void;
  }
  export function createServer(
    answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  ): Server;
}

declare module "node:events" {
  export function once(emitter: unknown, event: string): Promise<any[]>;
}

declare module "node:timers/promises" {
  export function setTimeout<T = void>(
    ms?: number,
    value?: T,
    options?: { signal?: AbortSignal },
  ): Promise<T>;
  export function setImmediate<T = void>(value?: T): Promise<T>;
}
