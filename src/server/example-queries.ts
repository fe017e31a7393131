/** The queries of the README and the tabs of the playground. A test runs each and compares the answers in the README. */
export interface ExampleQuery {
  readonly name: string;
  readonly query: string;
}

export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    name: 'WhoSaidIt',
    query: `# Who said it, according to whom, in exactly which words?
query WhoSaidIt {
  statements(filter: { search: "\\"ready to work\\"", article: "ukraine-war-is-pushing-russia-and-north-korea-closer-together" }, first: 1) {
    nodes {
      text
      mode
      speaker { name }
      attribution {
        role
        actor { name }
        source { exact }
        cue { exact }
      }
      quotes { exact start end }
    }
  }
}
`,
  },
];
