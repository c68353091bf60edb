#include "linter/commands/man_page.h"

#include "linter/commands/facts.h"
#include "linter/commands/help.h"

namespace linter::commands {
namespace {

// Text for roff: no backslash, hyphen or leading dot is taken for a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\\') {
      out += "\\e";
    } else if (letter == '-') {
      out += "\\-";
    } else if ((letter == '.' || letter == '\'') && (out.empty() || out.back() == '\n')) {
      out += std::string("\\&") + letter;
    } else {
      out += letter;
    }
  }
  return out;
}

void append_request(std::string& out, std::string_view request, std::string_view text = {}) {
  out.append(".").append(request);
  if (!text.empty()) out += " \"" + roff(text) + '"';
  out += '\n';
}

void append_entry(std::string& out, std::string_view term, std::string_view about) {
  append_request(out, "TP");
  out += "\\fB" + roff(term) + "\\fR\n" + roff(about) + '\n';
}

void append_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::string_view paragraph = text.substr(0, text.find("\n\n"));
    text.remove_prefix(std::min(paragraph.size() + 2, text.size()));
    append_request(out, "PP");
    out += roff(paragraph) + '\n';
  }
}

void append_man_examples(std::string& out, std::span<const Example> examples) {
  for (const Example& example : examples) {
    append_request(out, "PP");
    out += roff(example.about) + ":\n";
    append_request(out, "PP");
    append_request(out, "RS 4");
    append_request(out, "nf");
    out += roff(example.command) + '\n';
    append_request(out, "fi");
    append_request(out, "RE");
  }
}

void append_command(std::string& out, const Command& command) {
  if (command.prepare == nullptr) return;
  append_request(out, "SS", usage_of(command));
  std::string about(command.about);
  about.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(about.front())));
  out += roff(about) + ".\n";
  append_paragraphs(out, command.details);
  const Job job = command.prepare();
  for (const Option& option : job.options) {
    append_entry(out, shown_names(option), shown_about(option));
  }
  append_man_examples(out, command.examples);
}

void append_facts(std::string& out, std::string_view title, std::span<const Fact> facts) {
  append_request(out, "SH", title);
  for (const Fact& fact : facts) append_entry(out, fact.name, fact.about);
}

}  // namespace

std::string man_page(std::span<const Command> table, std::string_view version) {
  std::string out;
  out += ".TH GALLEY 1 \"\" \"galley " + std::string(version) + "\" \"User Commands\"\n";
  append_request(out, "SH", "NAME");
  out += "galley \\- " + roff(tagline) + '\n';
  append_request(out, "SH", "SYNOPSIS");
  out += "\\fBgalley\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR]...\n";
  append_request(out, "SH", "COMMANDS");
  out += "Each command has \\fB\\-\\-help\\fR (\\fB\\-h\\fR).\n";
  for (const Command& command : table) {
    if (!command.hidden) append_command(out, command);
  }
  append_facts(out, "EXIT STATUS", exits);
  append_facts(out, "ENVIRONMENT", variables);
  append_facts(out, "FILES", own_files);
  return out;
}

}  // namespace linter::commands
