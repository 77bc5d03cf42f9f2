import path from 'node:path';
import type { Config } from '#core/config';
import { type FileStore, openFileStore, openS3Store } from '#core/files';

/** Where kept files lie: a bucket where the settings name one, else a folder beside the database. */
export function openStore(config: Config): FileStore {
  const { s3Endpoint, s3Bucket, s3Region, s3KeyId, s3Secret, dataFolder } = config;
  if (s3Endpoint === undefined) return openFileStore(path.join(dataFolder, 'files'));
  return openS3Store({
    endpoint: s3Endpoint,
    bucket: s3Bucket,
    region: s3Region,
    accessKeyId: s3KeyId,
    secretAccessKey: s3Secret,
  });
}
