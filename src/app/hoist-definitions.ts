type Json = Record<string, unknown>;

/**
 * Takes the definitions that shapes carry along (a tree refers to itself) out to the document's components.
 *
 * @remarks JSON Schema refers to definitions from the root of its own document; inside OpenAPI that root is another one.
 */
export function hoistDefinitions(document: Readonly<Json>): Json {
  const found: Json = {};
  const hoisted = hoist(document, found) as Json & { components?: { schemas?: Json } };
  return { ...hoisted, components: { ...hoisted.components, schemas: { ...hoisted.components?.schemas, ...found } } };
}

function hoist(node: unknown, found: Json): unknown {
  if (Array.isArray(node)) return node.map((value) => hoist(value, found));
  if (typeof node !== 'object' || node === null) return node;
  const kept: Json = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === '$defs') Object.assign(found, hoist(value, found));
    else if (key === '$ref' && typeof value === 'string')
      kept[key] = value.replace('#/$defs/', '#/components/schemas/');
    else kept[key] = hoist(value, found);
  }
  return kept;
}
