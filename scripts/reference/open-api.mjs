import { apiReference } from '#app';

/** The OpenAPI document that the server serves at `/api/openapi.json`. */
export async function openApiPage() {
  return `${JSON.stringify(await apiReference(), null, 1)}\n`;
}
