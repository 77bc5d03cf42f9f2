import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

export interface TestS3 {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  close(): Promise<void>;
}

export const testKeys = {
  accessKeyId: 'AKTEST',
  secretAccessKey: 'secret/with+signs',
  region: 'cn-test-1',
  bucket: 'evidence',
};

const pageSize = 2;

/**
 * An object store in memory that answers only to a right signature, checked by the published steps of Signature Version 4.
 *
 * @source AWS, "Signature Version 4 signing process": canonical request, string to sign, derived key
 */
export async function startTestS3(): Promise<TestS3> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const { status, bytes } = isSigned(request, body) ? answer(request, body, objects) : { status: 403, bytes: '' };
      response.writeHead(status).end(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function answer({ method, url = '' }: IncomingMessage, body: Buffer, objects: Map<string, Buffer>) {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const [, bucket, ...rest] = pathname.split('/');
  const key = rest.join('/');
  if (bucket !== testKeys.bucket) return { status: 404, bytes: '<Code>NoSuchBucket</Code>' };
  if (method === 'PUT') {
    objects.set(key, body);
    return { status: 200, bytes: '' };
  }
  if (method === 'DELETE') {
    objects.delete(key);
    return { status: 204, bytes: '' };
  }
  if (key !== '') {
    const found = objects.get(key);
    return found === undefined ? { status: 404, bytes: '<Code>NoSuchKey</Code>' } : { status: 200, bytes: found };
  }
  const keys = [...objects.keys()].filter((one) => one.startsWith(searchParams.get('prefix') ?? '')).sort();
  const from = Number(searchParams.get('continuation-token') ?? 0);
  const shown = keys.slice(from, from + pageSize).map((one) => `<Contents><Key>${one}</Key></Contents>`);
  const next = from + pageSize < keys.length ? `<NextContinuationToken>${from + pageSize}</NextContinuationToken>` : '';
  return { status: 200, bytes: `<ListBucketResult>${shown.join('')}${next}</ListBucketResult>` };
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const [, credential = '', signed = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [keyId, day = '', region = '', service = '', end = ''] = credential.split('/');
  const payload = String(headers['x-amz-content-sha256']);
  const isBodyMeant = payload === 'UNSIGNED-PAYLOAD' || payload === sha256(body);
  const { pathname, searchParams } = new URL(url, 'http://x');
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const names = signed.split(';');
  const canonical = [
    method,
    pathname,
    query,
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signed,
    payload,
  ].join('\n');
  const toSign = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    `${day}/${region}/${service}/${end}`,
    sha256(canonical),
  ].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${testKeys.secretAccessKey}`, day), region), service), end);
  return (
    keyId === testKeys.accessKeyId &&
    region === testKeys.region &&
    names.includes('host') &&
    isBodyMeant &&
    hmac(key, toSign).toString('hex') === signature
  );
}
