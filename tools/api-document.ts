import { apiDocument } from '../src/server/document.ts';

// docs/openapi.json and the types of src/web/api/ from the schemas of src/server/. test/openapi.test.ts holds them together and
// rewrites both with UPDATE_GOLDENS=1.

/** The document as it is committed. */
export const apiDocumentText = (): string => `${JSON.stringify(apiDocument(), undefined, 2)}\n`;
