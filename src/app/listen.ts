import type { FastifyInstance } from 'fastify';

const portsTried = 20;

/** Opens the server on the wanted port, or on the next free one above it. Answers the port. */
export async function listen(server: FastifyInstance, host: string, wanted: number): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      await server.listen({ host, port });
      const address = server.server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || wanted === 0 || port >= wanted + portsTried) throw error;
    }
  }
}
