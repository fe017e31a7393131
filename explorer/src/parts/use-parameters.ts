import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'wouter';

/** The parameters of the address, and how to change some; an empty value takes one out. */
export function useParameters(): [
  URLSearchParams,
  (changes: Readonly<Record<string, string>>, replace?: boolean) => void,
] {
  const [parameters] = useSearchParams();
  const [path, navigate] = useLocation();
  const change = useCallback(
    (changes: Readonly<Record<string, string>>, replace = false) => {
      const next = new URLSearchParams(parameters);
      for (const [name, value] of Object.entries(changes)) {
        if (value === '') next.delete(name);
        else next.set(name, value);
      }
      const search = next.toString();
      navigate(search === '' ? path : `${path}?${search}`, { replace });
    },
    [parameters, path, navigate],
  );
  return [parameters, change];
}
