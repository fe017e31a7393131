"""Who says what in an article, page by page.   python3 main.py http://127.0.0.1:4000 north-korea-inches-closer"""

import json
import sys
import urllib.error
import urllib.request

URL, SLUG = (sys.argv[1:] + ["http://127.0.0.1:4000", "north-korea-inches-closer"][len(sys.argv) - 1 :])[:2]

STATEMENTS = """
query Statements($article: ID!, $after: String) {
  statements(filter: { article: $article }, first: 10, after: $after) {
    totalCount
    nodes { speaker { name } text quotes { exact start end article { text } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""


def ask(query, **variables):
    """What the server answers. Raises RuntimeError with its own words where it refuses."""
    request = urllib.request.Request(
        URL + "/graphql",
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={"Content-Type": "application/json", "Accept": "application/graphql-response+json"},
    )
    try:
        with urllib.request.urlopen(request) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as refused:
        answer = json.load(refused)
    if answer.get("errors"):
        raise RuntimeError(answer["errors"][0]["message"])
    return answer["data"]


after = None
while True:
    page = ask(STATEMENTS, article=SLUG, after=after)["statements"]
    for statement in page["nodes"]:
        print(f"{statement['speaker']['name']}: {statement['text']}")
        for quote in statement["quotes"]:
            # Python counts characters as the server does: code points.
            assert quote["article"]["text"][quote["start"] : quote["end"]] == quote["exact"]
            print(f"    “{quote['exact']}”")
    if not page["pageInfo"]["hasNextPage"]:
        break
    after = page["pageInfo"]["endCursor"]
print(f"{page['totalCount']} statements")
