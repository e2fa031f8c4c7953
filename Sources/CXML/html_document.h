#include <libxml/SAX2.h>

/// Elements inside one another: what opens deeper closes the one above it first, so that its text is kept and no
/// later walk over the tree can be deep. libxml2's own answer to depth is to end the page in silence.
enum { CXML_MAXIMUM_HTML_DEPTH = 200 };

/// What the reading of a page keeps account of.
typedef struct {
  long elements;
  long maximum_elements;
} cxml_page;

static inline void cxml_page_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr context = (htmlParserCtxtPtr)data;
  cxml_page *page = (cxml_page *)context->_private;
  if (++page->elements > page->maximum_elements) {
    xmlStopParser(context);
    return;
  }
  // The parser has put this element on its list of open ones already.
  if (context->nameNr > CXML_MAXIMUM_HTML_DEPTH) {
    int last = context->nameNr - 1;
    xmlSAX2EndElement(context, context->nameTab[last - 1]);
    context->nameTab[last - 1] = context->nameTab[last];
    context->nameNr = last;
  }
  xmlSAX2StartElement(context, name, attributes);
}

/// A page of UTF-8 as a tree; NULL when memory is short. `state` says what came of it.
///
/// Nothing is read from elsewhere. Comments and processing instructions are left out.
static inline htmlDocPtr _Nullable cxml_page_read(
    const char *_Nonnull bytes, int count, long maximum_elements, int *_Nonnull is_whole) {
  *is_whole = 0;
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (!context) return NULL;
  cxml_page page = {0, maximum_elements};
  context->_private = &page;
  context->sax->startElement = cxml_page_start;
  context->sax->comment = NULL;
  context->sax->processingInstruction = NULL;
  context->sax->warning = NULL;
  context->sax->error = NULL;
  htmlDocPtr document = htmlCtxtReadMemory(
      context, bytes, count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
  *is_whole = page.elements <= maximum_elements && !context->disableSAX;
  htmlFreeParserCtxt(context);
  // With places in document order known, nodes are compared at once.
  if (document) xmlXPathOrderDocElems(document);
  return document;
}

/// `xmlFree` is a variable, which Swift does not call.
static inline void cxml_free_text(xmlChar *_Nonnull text) { xmlFree(text); }

static inline void cxml_silent(void *data, xmlErrorPtr error) { (void)data, (void)error; }

/// A context for XPath over `document`, or for compiling when that is NULL; errors are kept, not printed.
static inline xmlXPathContextPtr _Nullable cxml_xpath_context(
    htmlDocPtr _Nullable document, unsigned long maximum_operations) {
  xmlXPathContextPtr context = xmlXPathNewContext(document);
  if (!context) return NULL;
  context->error = cxml_silent;
  context->opLimit = maximum_operations;
  return context;
}
