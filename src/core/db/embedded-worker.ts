import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DatabaseError } from './database-error.ts';
import type {
  EmbeddedCall,
  EmbeddedFailure,
  EmbeddedReply,
  EmbeddedRequest,
  EmbeddedStart,
} from './embedded-messages.ts';

const typeOf = { int8: 20, date: 1082 } as const;
const parsers = { [typeOf.int8]: Number, [typeOf.date]: (text: string) => text };

async function start({ folder, template }: EmbeddedStart): Promise<PGlite> {
  return PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(template === undefined ? {} : { loadDataDir: new Blob([template]) }),
    parsers,
    relaxedDurability: false,
  });
}

async function answer(database: PGlite, request: EmbeddedRequest): Promise<Omit<EmbeddedReply, 'id'>> {
  switch (request.kind) {
    case 'query': {
      const result = await database.query(request.sql, [...request.parameters]);
      if (request.sql === 'COMMIT' && result.command !== 'COMMIT') {
        throw new DatabaseError('the transaction was rolled back', '25P02');
      }
      return { rows: result.rows, affected: result.affectedRows ?? 0 };
    }
    case 'copyIn': {
      const result = await database.query(request.sql, [], { blob: new Blob([request.bytes]) });
      return { affected: result.affectedRows ?? 0 };
    }
    case 'copyOut': {
      const result = await database.query(request.sql);
      return { bytes: (await result.blob?.arrayBuffer()) ?? new ArrayBuffer(0) };
    }
    case 'dump':
      return { bytes: await (await database.dumpDataDir('none')).arrayBuffer() };
    case 'close':
      await database.close();
      return {};
  }
}

function failureOf(thrown: unknown): EmbeddedFailure {
  const error = DatabaseError.from(thrown);
  if (error instanceof DatabaseError) {
    return {
      message: error.message,
      sqlState: error.sqlState,
      ...(error.table === undefined ? {} : { table: error.table }),
      ...(error.constraint === undefined ? {} : { constraint: error.constraint }),
    };
  }
  return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

async function serve(): Promise<void> {
  const port = parentPort;
  if (port === null) {
    throw new Error('this file runs as a worker only');
  }
  const reply = (message: EmbeddedReply): void => {
    port.postMessage(message, message.bytes === undefined ? [] : [message.bytes]);
  };
  try {
    const database = await start(workerData as EmbeddedStart);
    const serveCall = async ({ id, request }: EmbeddedCall): Promise<void> => {
      try {
        reply({ id, ...(await answer(database, request)) });
      } catch (error) {
        reply({ id, failure: failureOf(error) });
      }
      if (request.kind === 'close') {
        port.close();
      }
    };
    port.on('message', (call: EmbeddedCall) => void serveCall(call));
    reply({ id: 0 });
  } catch (error) {
    reply({ id: 0, failure: failureOf(error) });
    port.close();
  }
}

await serve();
