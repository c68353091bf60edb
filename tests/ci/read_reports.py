#!/usr/bin/env python3
# Reads the reports of a run, in the current folder, as the tools that they are for would, and says what it saw.
#
# usage: read_reports.py junit | values | commands | comment | multitool
import json
import re
import sys
import urllib.parse


def lines(path):
    with open(path, "rb") as file:
        return file.read().split(b"\n")


def junit():
    from junitparser import JUnitXml, Failure, Error
    xml = JUnitXml.fromfile("galley.xml")
    cases = [case for suite in xml for case in suite]
    results = [result for case in cases for result in case.result]
    told = (xml.tests, xml.failures, xml.errors)
    xml.update_statistics()
    print(told == (xml.tests, xml.failures, xml.errors), len(cases) == xml.tests)
    print(sum(isinstance(r, Failure) for r in results) == xml.failures, sum(isinstance(r, Error) for r in results))
    print(any("100% <b>" in (case.system_out or "") for case in cases))


def values():
    issues = json.load(open("gitlab.json"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) > 3
    for issue in issues:
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["description"] and issue["check_name"]
        path, begin = issue["location"]["path"], issue["location"]["lines"]["begin"]
        assert path.startswith("content/") and 1 <= begin <= len(lines(path))

    one = json.load(open("rd.json"))
    many = [json.loads(line) for line in open("rd.jsonl")]
    assert one["source"]["name"] == "galley" and len(one["diagnostics"]) == len(many)
    severities = ("UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO")
    related = 0
    for diagnostic in many:
        assert diagnostic["severity"] in severities and diagnostic["message"]
        places = [diagnostic["location"]] + [r["location"] for r in diagnostic.get("related_locations", [])]
        related += len(places) - 1
        for place in places:
            text = lines(place["path"])
            for end in (place["range"]["start"], place["range"]["end"]):
                assert 1 <= end["column"] <= len(text[end["line"] - 1]) + 1
        for suggestion in diagnostic.get("suggestions", []):
            assert suggestion["range"] == diagnostic["location"]["range"]
    assert related > 0
    quoted = [d for d in many if d["location"]["range"]["start"]["line"] == 7 and "recieve" in d["message"]]
    start, end = (quoted[0]["location"]["range"][e]["column"] for e in ("start", "end"))
    assert lines(quoted[0]["location"]["path"])[6][start - 1:end - 1] == b"recieve"

    run = json.load(open("galley.sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints" and len(rules) <= 25000
    for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
            assert rule[key]["text"].strip() and len(rule[key]["text"]) <= 100000, rule
        assert len(rule["properties"]["tags"]) <= 20
    assert len(run["results"]) <= 25000
    linked = 0
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"] and len(result["locations"]) == 1
        place = result["locations"][0]["physicalLocation"]
        region, uri = place["region"], place["artifactLocation"]["uri"]
        assert not re.match(r"[a-z]+:|/", uri) and region["endColumn"] >= 1
        data = open(urllib.parse.unquote(uri), "rb").read()
        text = data[region["byteOffset"]:region["byteOffset"] + region["byteLength"]].decode()
        assert text == region["snippet"]["text"]
        row = data.decode().split("\n")[region["startLine"] - 1]
        if region["startLine"] == region["endLine"]:
            assert row[region["startColumn"] - 1:region["endColumn"] - 1] == text
        for side in result.get("relatedLocations", []):
            linked += 1
            lines(urllib.parse.unquote(side["physicalLocation"]["artifactLocation"]["uri"]))
            assert "](%d)" % side["id"] in result["message"]["text"]
    assert linked > 0
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert not run["invocations"][0]["executionSuccessful"] and notes[0]["descriptor"]["id"]
    print(len(run["results"]) == len(many) == len(issues))


def commands():
    order = {"error": 0, "warning": 1, "notice": 2}
    last, count = 0, 0
    text = open("github.txt").read().splitlines()
    for line in text[:-1]:
        match = re.fullmatch(r"::(error|warning|notice) ([^:]*)::(.*)", line)
        assert match, line
        values = dict(item.split("=", 1) for item in match[2].split(","))
        assert values["file"].startswith("content/") and values["title"]
        if values["title"] != "not checked":
            assert order[match[1]] >= last, line
            last, count = order[match[1]], count + 1
    assert re.fullmatch(r"galley: \d+ errors?.*", text[-1]), text[-1]
    print(count == len(json.load(open("gitlab.json"))))


def comment():
    html = open("comment.html").read()
    issues = json.load(open("gitlab.json"))
    body = html[html.index("<tbody>"):]
    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {"h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}, tags
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.S)
    assert all(row.count("<td>") == 4 for row in rows)
    print(len(rows) == len(issues))


def multitool():
    run = json.load(open("said.sarif"))["runs"][0]
    print([r["ruleId"] for r in run.get("results", []) if r.get("level", "warning") == "error"])


{"junit": junit, "values": values, "commands": commands, "comment": comment, "multitool": multitool}[sys.argv[1]]()
