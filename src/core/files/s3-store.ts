import { createHash } from 'node:crypto';
import { AwsClient } from 'aws4fetch';
import { errors } from './errors.ts';
import type { FileStore } from './file-store.ts';

/** A bucket of a service that speaks S3: AWS, MinIO, Ceph, the object stores of the usual clouds. */
export interface S3Settings {
  /** Address of the service, such as `https://s3.example.gov.cn`. The bucket is named in the path. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const prefix = 'files/';
const namePattern = /^[0-9a-f]{64}$/;

/** Opens a store in a bucket; requests are signed (Signature Version 4) over the hash of their bytes. */
export function openS3Store(settings: S3Settings): FileStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const root = `${endpoint.replace(/\/$/, '')}/${bucket}`;
  const placeOf = (sha256: string): string => {
    if (!namePattern.test(sha256)) throw new Error('not the name of a kept file');
    return `${root}/${prefix}${sha256}`;
  };
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await client.fetch(address, init).catch((error: unknown) => {
      throw errors.storeFailed({ reason: 'network' }, error);
    });
    if (!answer.ok && answer.status !== 404) throw errors.storeFailed({ reason: `HTTP ${answer.status}` });
    return answer;
  };
  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' };
      const answer = await ask(placeOf(sha256), { method: 'PUT', headers, body: Uint8Array.from(bytes) });
      // A missing bucket answers 404 to a put.
      if (!answer.ok) throw errors.storeFailed({ reason: `HTTP ${answer.status}` });
      return sha256;
    },
    async get(sha256) {
      const answer = await ask(placeOf(sha256));
      if (answer.status === 404) return undefined;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (hashOf(bytes) !== sha256) throw new Error(`the kept file ${sha256} is damaged`);
      return bytes;
    },
    async remove(sha256) {
      await ask(placeOf(sha256), { method: 'DELETE' });
    },
    async list() {
      const names: string[] = [];
      let after: string | undefined;
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix });
        if (after !== undefined) query.set('continuation-token', after);
        const page = await (await ask(`${root}?${query.toString()}`)).text();
        names.push(...[...page.matchAll(/<Key>files\/([0-9a-f]{64})<\/Key>/g)].map(([, name = '']) => name));
        after = /<NextContinuationToken>([^<]+)</.exec(page)?.[1];
      } while (after !== undefined);
      return names.sort();
    },
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
