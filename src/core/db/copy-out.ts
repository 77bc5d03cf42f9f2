import type { Connection, Submittable } from 'pg';
import { joinBytes } from './whole-rows.ts';

const message = { copyData: 0x64, copyOutResponse: 0x48, copyDone: 0x63, error: 0x45 } as const;
const headerBytes = 5;
/** The socket rests while this many blocks wait to be read. */
const mostWaiting = 32;

type DataListener = (chunk: Buffer) => void;

/**
 * Reads `COPY … TO STDOUT` straight off the connection's socket, as blocks of whole rows.
 *
 * @remarks
 * The server sends a message a row. Each block is what the socket gave at once, the rows pushed together in place: no object and no
 * buffer a row, which is what a stream made of the messages costs. Everything that is not a row is left to the client.
 */
export class CopyOut implements Submittable, AsyncIterable<Uint8Array> {
  readonly #sql: string;
  #connection: Connection | undefined;
  #client: DataListener = () => {};
  #isListening = false;
  readonly #waiting: Uint8Array[] = [];
  /** The beginning of a message whose end has not come. */
  #begun: Uint8Array[] = [];
  #begunBytes = 0;
  #failure: Error | undefined;
  #isOver = false;
  #wake: () => void = () => {};

  constructor(sql: string) {
    this.#sql = sql;
  }

  submit(connection: Connection): void {
    const [client] = connection.stream.listeners('data') as DataListener[];
    if (client === undefined) {
      throw new Error('copy: nobody listens to the connection');
    }
    this.#connection = connection;
    this.#client = client;
    this.#isListening = true;
    connection.stream.off('data', client);
    connection.stream.on('data', this.#take);
    connection.query(this.#sql);
  }

  handleError(error: Error): void {
    this.#giveBack();
    this.#failure = error;
    this.#wake();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#isOver = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const block = this.#waiting.shift();
      if (block !== undefined) {
        if (this.#waiting.length === 0) {
          this.#connection?.stream.resume();
        }
        yield block;
      } else if (this.#failure !== undefined) {
        throw this.#failure;
      } else if (this.#isOver) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }

  readonly #take = (chunk: Buffer): void => {
    const rest = this.#begunBytes === 0 ? chunk : this.#finishBegun(chunk);
    if (!this.#isListening) {
      this.#client(rest);
    } else if (rest.byteLength > 0) {
      this.#split(rest);
    }
    if (this.#isListening && this.#waiting.length > mostWaiting) {
      this.#connection?.stream.pause();
    }
    this.#wake();
  };

  /** Completes the message that began in an earlier chunk; answers what follows it. */
  #finishBegun(chunk: Buffer): Buffer {
    const lacking = Math.max(0, headerBytes - this.#begunBytes);
    const header = joinBytes(
      [...this.#begun, chunk.subarray(0, lacking)],
      this.#begunBytes + Math.min(lacking, chunk.byteLength),
    );
    const wanted = header.byteLength < headerBytes ? headerBytes : sizeAt(header, 0);
    const missing = wanted - this.#begunBytes;
    this.#begun.push(chunk.subarray(0, missing));
    this.#begunBytes += Math.min(missing, chunk.byteLength);
    if (header.byteLength < headerBytes || this.#begunBytes < wanted) {
      return chunk.subarray(chunk.byteLength);
    }
    const whole = joinBytes(this.#begun, wanted);
    this.#begun = [];
    this.#begunBytes = 0;
    this.#split(whole);
    return chunk.subarray(missing);
  }

  /** Pushes the rows of whole messages together and keeps a begun one; stops at the end of the copy. */
  #split(bytes: Uint8Array): void {
    let at = 0;
    let kept = 0;
    while (at + headerBytes <= bytes.byteLength) {
      const kind = bytes[at];
      const end = at + sizeAt(bytes, at);
      if (kind === message.copyDone || kind === message.error) {
        this.#keep(bytes.subarray(0, kept));
        this.#giveBack();
        this.#client(asBuffer(bytes.subarray(at)));
        return;
      }
      if (end > bytes.byteLength) {
        break;
      }
      if (kind === message.copyData) {
        bytes.copyWithin(kept, at + headerBytes, end);
        kept += end - at - headerBytes;
      } else if (kind !== message.copyOutResponse) {
        // A copy: the rows after it are about to be pushed over its place.
        this.#client(Buffer.from(bytes.subarray(at, end)));
      }
      at = end;
    }
    this.#keep(bytes.subarray(0, kept));
    if (at < bytes.byteLength) {
      this.#begun = [bytes.subarray(at)];
      this.#begunBytes = bytes.byteLength - at;
    }
  }

  #keep(block: Uint8Array): void {
    if (block.byteLength > 0) {
      this.#waiting.push(block);
    }
  }

  /** Lets the client listen again. */
  #giveBack(): void {
    const stream = this.#connection?.stream;
    if (stream !== undefined && this.#isListening) {
      this.#isListening = false;
      stream.off('data', this.#take);
      stream.on('data', this.#client);
      stream.resume();
    }
  }
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The length of the message at a place, its kind included. */
function sizeAt(bytes: Uint8Array, at: number): number {
  const low = ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 8) | (bytes[at + 4] as number);
  return 1 + (bytes[at + 1] as number) * 0x1000000 + low;
}
