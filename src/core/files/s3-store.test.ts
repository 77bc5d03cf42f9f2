import { afterAll, beforeAll, expect, test } from 'vitest';
import { openS3Store } from './s3-store.ts';
import { startTestS3, type TestS3, testKeys } from './test-s3-server.ts';

let server: TestS3;
beforeAll(async () => {
  server = await startTestS3();
});
afterAll(() => server.close());

const text = (value: string) => new TextEncoder().encode(value);
const storeWith = (change: Partial<typeof testKeys> = {}) =>
  openS3Store({ endpoint: server.endpoint, ...testKeys, ...change });

test('files go to a bucket and come back, page after page', async () => {
  const store = storeWith();
  expect(await store.list()).toEqual([]);
  const names = await Promise.all(['a', 'b', 'c', '学校'].map((value) => store.put(text(value))));
  expect(await store.list()).toEqual(names.toSorted());
  expect(await store.put(text('a'))).toBe(names[0]);
  expect(server.objects.size).toBe(4);
  expect(new TextDecoder().decode(await store.get(names[3] ?? ''))).toBe('学校');
  await store.remove(names[0] ?? '');
  expect(await store.get(names[0] ?? '')).toBeUndefined();
  await expect(store.get('../x')).rejects.toThrow(/name/);
});

test('a damaged object is not handed out', async () => {
  const store = storeWith();
  const name = await store.put(text('whole'));
  server.objects.set(`files/${name}`, Buffer.from('other'));
  await expect(store.get(name)).rejects.toThrow(/damaged/);
});

test('a wrong key, a missing bucket and a server that is away are told', async () => {
  await expect(storeWith({ secretAccessKey: 'wrong' }).put(text('x'))).rejects.toMatchObject({
    code: 'files.storeFailed',
  });
  await expect(storeWith({ bucket: 'none' }).put(text('x'))).rejects.toMatchObject({ code: 'files.storeFailed' });
  const away = openS3Store({ endpoint: 'http://127.0.0.1:9', ...testKeys });
  await expect(away.list()).rejects.toMatchObject({ code: 'files.storeFailed' });
});
