#include "linter/word/xml.h"

#include <gtest/gtest.h>
#include <stdexcept>

namespace linter::word {
namespace {

constexpr std::string_view word_space =
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// What was told, with the bytes of the part behind it.
class Notes final : public XmlListener {
 public:
  explicit Notes(std::string_view part) : part_(part) {}

  void start(XmlName name, const XmlAttributes& attributes, Span bytes) override {
    if (name.local == "throw") throw std::runtime_error("thrown");
    const std::string_view value = attributes.get(Vocabulary::word, "val");
    note("start", name.local, bytes);
    if (!value.empty()) text_ += " val=" + std::string(value);
    if (name.vocabulary == Vocabulary::word) text_ += " (word)";
    text_ += '\n';
  }
  void end(XmlName name, Span bytes) override {
    note("end", name.local, bytes);
    text_ += '\n';
  }
  void text(std::string_view text, Span bytes) override {
    note("text", text, bytes);
    text_ += '\n';
  }

  [[nodiscard]] const std::string& told() const { return text_; }

 private:
  void note(std::string_view what, std::string_view name, Span bytes) {
    text_ +=
        std::string(what) + ' ' + std::string(name) + " [" + std::string(bytes.of(part_)) + ']';
  }

  std::string_view part_;
  std::string text_;
};

TEST(Xml, tells_what_there_is_with_its_bytes) {
  const std::string part = "<x:a xmlns:x=\"" + std::string(word_space) +
                           "\"><x:b x:val=\"1\"/>A &amp; &#66;<!-- not told --></x:a>";
  Notes notes(part);
  ASSERT_TRUE(read_xml(part, "part", "file", notes));
  EXPECT_EQ(notes.told(), "start a [" + part.substr(0, part.find('>') + 1) +
                              "] (word)\nstart b [<x:b x:val=\"1\"/>] val=1 (word)\n"
                              "end b []\ntext A  [A ]\ntext & [&amp;]\ntext   [ ]\n"
                              "text B [&#66;]\nend a [</x:a>]\n");
}

TEST(Xml, an_exception_of_the_listener_comes_through) {
  const std::string part = "<a><throw/><b/></a>";
  Notes notes(part);
  EXPECT_THROW((void)read_xml(part, "part", "file", notes), std::runtime_error);
}

TEST(Xml, text_is_escaped_and_has_no_characters_that_xml_has_not) {
  EXPECT_EQ(xml_text("a<b>&\"c\"\x01\n"), "a&lt;b&gt;&amp;&quot;c&quot;\uFFFD\n");
}

}  // namespace
}  // namespace linter::word
