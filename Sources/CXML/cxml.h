#include <stdlib.h>
#include <string.h>

#include <libxml/xmlversion.h>
// Debian's libxml2 drags in ICU's headers for one struct that is not used here; Foundation has an ICU of its own,
// and Swift refuses a module that sees both.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

static inline void cxml_say_nothing(void *data, xmlErrorPtr error) { (void)data, (void)error; }

static inline void cxml_print_nothing(void *data, const char *format, ...) { (void)data, (void)format; }

/// Sets libxml2 up, once, before threads use it: of two that use it first at the same time, both may wait for ever.
///
/// Some of its errors (bytes that are not of the encoding) belong to no document and go to standard error unless
/// somebody else takes them; each is told by the document that cannot be read on.
static inline void cxml_set_up(void) {
  xmlInitParser();
  xmlSetStructuredErrorFunc(NULL, cxml_say_nothing);
  xmlThrDefSetStructuredErrorFunc(NULL, cxml_say_nothing);
  xmlSetGenericErrorFunc(NULL, cxml_print_nothing);
  xmlThrDefSetGenericErrorFunc(NULL, cxml_print_nothing);
}

/// What a reader of HTML is told; names and text are UTF-8, alive only during the call.
typedef struct {
  void (*_Nullable open)(void *_Nullable state, const char *_Nonnull name);
  void (*_Nullable close)(void *_Nullable state, const char *_Nonnull name);
  void (*_Nullable text)(void *_Nullable state, const char *_Nonnull bytes, int count);
} cxml_reader;

typedef struct {
  cxml_reader reader;
  void *_Nullable state;
} cxml_call;

static inline void cxml_start(void *call, const xmlChar *name, const xmlChar **attributes) {
  (void)attributes;
  cxml_call *to = (cxml_call *)call;
  to->reader.open(to->state, (const char *)name);
}

static inline void cxml_end(void *call, const xmlChar *name) {
  cxml_call *to = (cxml_call *)call;
  to->reader.close(to->state, (const char *)name);
}

static inline void cxml_text(void *call, const xmlChar *bytes, int count) {
  cxml_call *to = (cxml_call *)call;
  to->reader.text(to->state, (const char *)bytes, count);
}

/// Tells `reader` what a fragment of HTML holds, in order, and builds no tree: depth costs no memory of ours.
///
/// Variadic and callback-laden, hence in C. Script and style bodies come by another callback, which is left empty;
/// no network, no entities from elsewhere, libxml2's own limits kept. Returns 0, or -1 when memory is short.
static inline int cxml_read_html(
    const char *_Nonnull bytes, int count, cxml_reader reader, void *_Nullable state) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (!context) return -1;
  cxml_call call = {reader, state};
  htmlSAXHandler *sax = context->sax;
  memset(sax, 0, sizeof *sax);
  sax->startElement = cxml_start;
  sax->endElement = cxml_end;
  sax->characters = cxml_text;
  sax->ignorableWhitespace = cxml_text;
  context->userData = &call;
  htmlDocPtr none = htmlCtxtReadMemory(
      context, bytes, count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED);
  if (none) xmlFreeDoc(none);
  htmlFreeParserCtxt(context);
  return 0;
}

#include "xml_stream.h"
#include "html_document.h"
