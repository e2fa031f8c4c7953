#include <libxml/SAX2.h>
#include <libxml/hash.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

/// What a reader of XML is told, in order; strings are UTF-8, alive only during the call.
typedef struct {
  /// `attributes` are five strings each: local name, prefix, namespace, begin and end of the value.
  void (*_Nullable open)(
      void *_Nullable state, const char *_Nonnull name, const char *_Nullable space, int attribute_count,
      const char *_Nullable const *_Nullable attributes, int line);
  void (*_Nullable close)(void *_Nullable state);
  void (*_Nullable text)(void *_Nullable state, const char *_Nonnull bytes, int count);
  /// What ends the reading.
  void (*_Nullable problem)(void *_Nullable state, int line, const char *_Nonnull message);
} cxml_events;

/// A document being read, chunk by chunk.
typedef struct {
  xmlParserCtxtPtr _Nonnull context;
  cxml_events events;
  void *_Nullable state;
  /// Entities that the document declares and that stand for plain text.
  xmlHashTablePtr _Nullable entities;
  int entity_count;
  /// What an entity's name was last looked up as.
  xmlEntity found;
  char character[8];
} cxml_stream;

enum { CXML_MAXIMUM_ENTITIES = 1000, CXML_MAXIMUM_ENTITY_BYTES = 1000 };

static inline void cxml_stream_start(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int space_count,
    const xmlChar **spaces, int attribute_count, int defaulted_count, const xmlChar **attributes) {
  (void)prefix, (void)space_count, (void)spaces, (void)defaulted_count;
  cxml_stream *stream = (cxml_stream *)data;
  stream->events.open(
      stream->state, (const char *)name, (const char *)space, attribute_count, (const char *const *)attributes,
      xmlSAX2GetLineNumber(stream->context));
}

static inline void cxml_stream_end(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)name, (void)prefix, (void)space;
  cxml_stream *stream = (cxml_stream *)data;
  stream->events.close(stream->state);
}

static inline void cxml_stream_text(void *data, const xmlChar *bytes, int count) {
  cxml_stream *stream = (cxml_stream *)data;
  stream->events.text(stream->state, (const char *)bytes, count);
}

static inline void cxml_stream_problem(void *data, xmlErrorPtr error) {
  cxml_stream *stream = (cxml_stream *)data;
  if (error->level == XML_ERR_FATAL)
    stream->events.problem(stream->state, error->line, error->message ? error->message : "not well formed");
}

/// Keeps an entity that stands for a few characters. One that holds markup or other entities is no text, and one
/// that is somewhere else is not fetched: both stay unknown, and a reference to them ends the reading.
static inline void cxml_stream_declare(
    void *data, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
    xmlChar *content) {
  (void)public_id, (void)system_id;
  cxml_stream *stream = (cxml_stream *)data;
  if (type != XML_INTERNAL_GENERAL_ENTITY || !content || stream->entity_count >= CXML_MAXIMUM_ENTITIES) return;
  if (xmlStrlen(content) > CXML_MAXIMUM_ENTITY_BYTES || xmlStrchr(content, '<') || xmlStrchr(content, '&')) return;
  if (!stream->entities) stream->entities = xmlHashCreate(16);
  if (!stream->entities || xmlHashLookup(stream->entities, name)) return;
  xmlChar *copy = xmlStrdup(content);
  if (copy && xmlHashAddEntry(stream->entities, name, copy) == 0) stream->entity_count++;
  else if (copy) xmlFree(copy);
}

/// The characters that a name stands for: as XML says, as the document declares, or as HTML does, since feeds use
/// `&nbsp;` and declare nothing.
static inline xmlEntityPtr cxml_stream_entity(void *data, const xmlChar *name) {
  cxml_stream *stream = (cxml_stream *)data;
  xmlEntityPtr known = xmlGetPredefinedEntity(name);
  if (known) return known;
  xmlChar *content = stream->entities ? (xmlChar *)xmlHashLookup(stream->entities, name) : NULL;
  if (!content) {
    const htmlEntityDesc *html = htmlEntityLookup(name);
    if (!html) return NULL;
    int count = xmlCopyCharMultiByte((xmlChar *)stream->character, (int)html->value);
    stream->character[count] = 0;
    content = (xmlChar *)stream->character;
  }
  memset(&stream->found, 0, sizeof stream->found);
  stream->found.type = XML_ENTITY_DECL;
  stream->found.name = name;
  stream->found.content = content;
  stream->found.length = xmlStrlen(content);
  stream->found.checked = 1;
  // libxml2 hands the characters of a "predefined" entity to the reader as they are, and builds no tree of them;
  // in an attribute it would take the first byte only, so there the reference stays as it was written.
  stream->found.etype = stream->context->instate == XML_PARSER_ATTRIBUTE_VALUE && stream->found.length > 1
                            ? XML_INTERNAL_GENERAL_ENTITY
                            : XML_INTERNAL_PREDEFINED_ENTITY;
  return &stream->found;
}

/// Begins a document; NULL when memory is short. `encoding` overrides what the document says; NULL leaves it.
///
/// No tree is built, nothing is read from elsewhere, and libxml2's own limits (depth 256, 10 MB of text in one
/// piece) are kept.
static inline cxml_stream *_Nullable cxml_stream_open(
    cxml_events events, void *_Nullable state, const char *_Nullable encoding) {
  cxml_stream *stream = (cxml_stream *)calloc(1, sizeof *stream);
  if (!stream) return NULL;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = cxml_stream_start;
  sax.endElementNs = cxml_stream_end;
  sax.characters = cxml_stream_text;
  sax.ignorableWhitespace = cxml_stream_text;
  sax.cdataBlock = cxml_stream_text;
  sax.entityDecl = cxml_stream_declare;
  sax.getEntity = cxml_stream_entity;
  sax.serror = cxml_stream_problem;
  xmlParserCtxtPtr context = xmlCreatePushParserCtxt(&sax, stream, NULL, 0, NULL);
  if (!context) {
    free(stream);
    return NULL;
  }
  stream->context = context;
  stream->events = events;
  stream->state = state;
  if (encoding) xmlCtxtResetPush(context, NULL, 0, NULL, encoding);
  xmlCtxtUseOptions(
      context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | (encoding ? XML_PARSE_IGNORE_ENC : 0));
  return stream;
}

/// Reads on; a count of 0 says that this is the end. Returns 0, or libxml2's number of the error that was told.
static inline int cxml_stream_read(cxml_stream *_Nonnull stream, const char *_Nullable bytes, int count) {
  return xmlParseChunk(stream->context, bytes, count, count == 0);
}

static inline void cxml_stream_free_entity(void *content, const xmlChar *name) {
  (void)name;
  xmlFree(content);
}

static inline void cxml_stream_close(cxml_stream *_Nonnull stream) {
  if (stream->context->myDoc) xmlFreeDoc(stream->context->myDoc);
  stream->context->myDoc = NULL;
  xmlFreeParserCtxt(stream->context);
  if (stream->entities) xmlHashFree(stream->entities, cxml_stream_free_entity);
  free(stream);
}
