/**
 * Reading is open to everybody, and writing takes a key that no browser sends by itself, as it would a cookie: so pages of any
 * origin may ask. CSRF prevention asks for a header or content type that makes a browser ask first, which is what these answer.
 */
export const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'x-request-id, ratelimit, ratelimit-policy, retry-after',
} as const;

/** What a browser is answered that asks first. */
export const PREFLIGHT = {
  ...CORS,
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'content-type, authorization, apollo-require-preflight, x-apollo-operation-name, verbatim-at-least-revision, x-request-id, traceparent, tracestate',
  'access-control-max-age': '86400',
} as const;
