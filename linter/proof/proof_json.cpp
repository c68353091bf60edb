#include <algorithm>
#include <map>
#include <set>

#include "linter/base/hash.h"
#include "linter/fixes/fixes.h"
#include "linter/proof/article_page.h"
#include "linter/proof/proof.h"
#include "linter/prose/formats.h"

namespace linter::proof {
namespace {

using base::Json;
using findings::Finding;
using findings::Location;
using findings::Related;
using std::string_view;

// Only what a browser may open: the page makes links of them.
bool is_web_address(string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

Json json_of(const findings::Citation& citation) {
  Json json = {{"title", citation.title}};
  if (is_web_address(citation.url)) json["url"] = citation.url;
  if (!citation.section.empty()) json["section"] = citation.section;
  if (!citation.date.empty()) json["date"] = citation.date;
  return json;
}

// The line around a location, in three parts.
Json context_of(const Location& at) {
  const string_view line = at.excerpt;
  if (at.excerpt_offset > line.size()) return {"", at.text, ""};
  const std::size_t size =
      std::min(at.span.size() + std::size_t{0}, line.size() - at.excerpt_offset);
  return {std::string(line.substr(0, at.excerpt_offset)),
          std::string(line.substr(at.excerpt_offset, size)),
          std::string(line.substr(at.excerpt_offset + size))};
}

Json place_of(const Location& at) {
  return {{"file", at.file}, {"line", at.begin.line}, {"column", at.begin.column}};
}

using Numbers = std::map<string_view, std::size_t>;  // of articles, by file

Json json_of(const Related& side, const Numbers& articles) {
  Json json = place_of(side.location);
  json["text"] = side.location.text;
  json["context"] = context_of(side.location);
  json["message"] = side.message;
  if (const auto found = articles.find(side.location.file); found != articles.end())
    json["article"] = found->second;
  if (side.source) json["source"] = json_of(*side.source);
  return json;
}

Json json_of(const Finding& finding, const Numbers& articles) {
  Json json = place_of(finding.location);
  json["id"] = finding.fingerprint;
  json["rule"] = finding.rule;
  json["severity"] = name(finding.severity);
  json["category"] = name(finding.category);
  json["text"] = finding.location.text;
  json["message"] = finding.message;
  if (!finding.instead.empty()) json["instead"] = finding.instead;
  if (!finding.suggestions.empty()) json["suggestions"] = finding.suggestions;
  if (finding.safe_fix) json["sure"] = true;
  if (!fixes::is_replaceable(finding)) json["by_hand"] = true;
  if (!finding.suppressed.empty()) json["suppressed"] = finding.suppressed;
  for (const auto& source : finding.sources) json["sources"].push_back(json_of(source));
  if (!finding.jurisdictions.empty()) json["jurisdictions"] = finding.jurisdictions;
  for (const Related& side : finding.related) json["sides"].push_back(json_of(side, articles));
  if (finding.related_omitted > 0) json["sides_omitted"] = finding.related_omitted;
  return json;
}

Json rules_json(const findings::Outcome& outcome) {
  Json rules = Json::object();
  for (const auto& rule : outcome.rules) {
    Json json = {{"about", rule.about}};
    if (!rule.why.empty()) json["why"] = rule.why;
    if (!rule.notice.empty()) json["notice"] = rule.notice;
    if (rule.stet_never) json["never"] = true;  // let stand
    rules[rule.id] = std::move(json);
  }
  return rules;
}

string_view title_of(const Galley& galley) {
  const prose::Article& article = galley.article;
  if (article.title == prose::no_block) return galley.file;
  return article.blocks[article.title].text.of(article.view);
}

string_view format_of(string_view file) {
  const prose::Format* const format = prose::format_for_path(file);
  return format == nullptr ? string_view("plain") : format->name;
}

class Proof {
 public:
  Proof(const findings::Outcome& outcome, const std::vector<Galley>& galleys) : galleys_(galleys) {
    for (std::size_t i = 0; i < galleys.size(); ++i) articles_[galleys[i].file] = i;
    findings_.resize(galleys.size());
    for (const Finding& finding : outcome.findings) {
      const auto found = articles_.find(finding.location.file);
      if (found != articles_.end()) findings_[found->second].push_back(&finding);
    }
    echoes_.resize(galleys.size());
    for (std::size_t i = 0; i < galleys.size(); ++i) gather_echoes(i);
  }

  Json articles() {
    Json all = Json::array();
    for (std::size_t i = 0; i < galleys_.size(); ++i) all.push_back(article(i));
    return all;
  }

 private:
  // The other side of a contradiction, where it stands.
  struct Echo {
    std::size_t article = 0;  // of the remark
    std::size_t remark = 0;
    const Related* side = nullptr;
    const Finding* finding = nullptr;
  };

  void gather_echoes(std::size_t index) {
    for (std::size_t remark = 0; remark < findings_[index].size(); ++remark) {
      const Finding& finding = *findings_[index][remark];
      for (const Related& side : finding.related) {
        const auto found = articles_.find(side.location.file);
        if (found != articles_.end())
          echoes_[found->second].push_back({index, remark, &side, &finding});
      }
    }
  }

  Json article(std::size_t index) {
    const Galley& galley = galleys_[index];
    std::vector<Mark> marks;
    const auto add_mark = [&](base::Span span) {
      marks.push_back({.span = span, .remark = static_cast<std::uint32_t>(marks.size())});
    };
    for (const Finding* finding : findings_[index]) add_mark(finding->location.span);
    for (const Echo& echo : echoes_[index]) add_mark(echo.side->location.span);
    Json json = {{"file", galley.file}, {"title", std::string(title_of(galley))}};
    if (findings::counts_paragraphs(galley.file)) json["paragraphs"] = true;
    json["blocks"] = article_json(galley.article, galley.bytes, format_of(galley.file), marks);
    Json remarks = Json::array();
    for (const Finding* finding : findings_[index]) remarks.push_back(json_of(*finding, articles_));
    for (const Echo& echo : echoes_[index]) remarks.push_back(json_of(echo));
    for (std::size_t i = 0; i < marks.size(); ++i) {
      if (marks[i].block != prose::no_block) remarks[i]["block"] = marks[i].block;
    }
    json["remarks"] = std::move(remarks);
    return json;
  }

  static Json json_of(const Echo& echo) {
    Json json = place_of(echo.side->location);
    json["echo"] = {echo.article, echo.remark};
    json["rule"] = echo.finding->rule;
    json["severity"] = name(echo.finding->severity);
    json["text"] = echo.side->location.text;
    json["message"] = echo.finding->message;
    return json;
  }

  static Json json_of(const Finding& finding, const Numbers& articles) {
    return proof::json_of(finding, articles);
  }

  const std::vector<Galley>& galleys_;
  Numbers articles_;
  std::vector<std::vector<const Finding*>> findings_;  // by article
  std::vector<std::vector<Echo>> echoes_;
};

}  // namespace

Json proof_json(const findings::Outcome& outcome, const std::vector<Galley>& galleys,
                string_view version) {
  Json json = {{"version", 1}, {"galley", version}, {"today", outcome.today}};
  json["articles"] = Proof(outcome, galleys).articles();
  json["rules"] = rules_json(outcome);
  Json errors = Json::array();
  for (const auto& error : outcome.errors)
    errors.push_back({{"file", error.file}, {"line", error.line}, {"message", error.message}});
  json["errors"] = std::move(errors);
  Json made_with = Json::array();
  for (const findings::Datum& one : outcome.data)
    made_with.push_back({{"name", one.name}, {"digest", one.digest}});
  json["data"] = std::move(made_with);
  json["id"] = base::hex_digest(base::json_text(json));
  return json;
}

}  // namespace linter::proof
