/** A query of the README, and a tab of the playground. */
export interface ExampleQuery {
  /** The operation's name, which is the tab's title. */
  readonly name: string;
  readonly query: string;
}

/** A test runs each of them and compares the answers with those printed in the README. */
export const EXAMPLE_QUERIES: readonly ExampleQuery[] = [
  {
    name: 'WhoSaidIt',
    query: `# Who said it, according to whom, in exactly which words, and where do they stand?
query WhoSaidIt {
  statements(filter: { search: "\\"ready to work\\" asset" }, first: 1) {
    nodes {
      text
      mode
      article { title }
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
  {
    name: 'Renderings',
    query: `# One greeting, as three articles give it.
query Renderings {
  statements(filter: { search: "dignity security development", article: "north-korea-inches-closer" }, first: 1) {
    nodes {
      utterance {
        speaker { name }
        said { value reasoning }
        renderings {
          mode
          article { slug }
          speaker { name }
          quotes { exact }
        }
      }
      independentSources
    }
  }
}
`,
  },
  {
    name: 'Variants',
    query: `# How was a quotation changed from one article to the next?
query Variants {
  statements(filter: { search: "\\"formats and mechanisms\\"" }, first: 1) {
    nodes {
      utterance {
        variants {
          left { article { slug } }
          right { article { slug } }
          similarity
          kinds
          edits { operation left right }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'CheckQuotation',
    query: `# Is this quotation right? One article has it so, but it was made from another one.
query CheckQuotation {
  checkQuote(text: "The meeting was devoted to consultations on forms and procedures for ongoing contact.") {
    verdict
    matches {
      quote { article { slug } start end }
      isWitness
      similarity
      kinds
      edits { operation left right }
      statements { speaker { name } }
    }
  }
}
`,
  },
  {
    name: 'MadeFrom',
    query: `# Which article was made from which, and what shows it?
query MadeFrom {
  article(slug: "kim-may-side-with-putin") {
    derivations {
      article { slug }
      drawsOn
      share
      origin
      passages { similarity kinds }
    }
  }
}
`,
  },
  {
    name: 'Aliases',
    query: `# Every spelling of a name, with its places.
query Aliases {
  actor(slug: "alexander-matsegora") {
    name
    aliases {
      name
      quotes { article { slug } start end }
    }
    descriptions {
      text
      quotes { prefix suffix }
    }
  }
}
`,
  },
  {
    name: 'Contradictions',
    query: `# What contradicts a statement, and in which words?
query Contradictions {
  statements(filter: { search: "voluntary troops", polarity: AFFIRMED }, first: 1) {
    nodes {
      text
      quotes { exact }
      relations {
        type
        rationale
        statement {
          text
          polarity
          speaker { name }
          quotes { exact }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'EventMentions',
    query: `# One meeting, told with different precision.
query EventMentions {
  event(slug: "makeeva-meeting-of-july-2022") {
    title
    type
    occurred { value basis reasoning quotes { exact article { slug } } }
    participants { role actor { name } }
    mentions { nodes { exact article { slug } paragraph } }
  }
}
`,
  },
  {
    name: 'Search',
    query: `# Full text, as a web search box reads it.
query Search {
  search(query: "\\"coking coal\\" or \\"magnesite clinker\\"", first: 3) {
    totalCount
    edges {
      snippet
      node {
        __typename
        ... on Article { slug }
        ... on Statement { text certainty speaker { name } }
      }
    }
  }
}
`,
  },
];
