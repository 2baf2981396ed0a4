<?php

declare(strict_types=1);

namespace Amtsweg\Amtsweg\DataProcessing;

use Amtsweg\Amtsweg\Snippet;
use TYPO3\CMS\Frontend\ContentObject\ContentObjectRenderer;
use TYPO3\CMS\Frontend\ContentObject\DataProcessorInterface;

/**
 * Makes the variable `snippet` of a content element's fields and the settings of its site.
 */
final class SnippetProcessor implements DataProcessorInterface
{
    /**
     * @param array<string, mixed> $contentObjectConfiguration
     * @param array<string, mixed> $processorConfiguration `server`, `area`, and `labels` by widget
     * @param array<string, mixed> $processedData
     * @return array<string, mixed>
     */
    public function process(
        ContentObjectRenderer $cObj,
        array $contentObjectConfiguration,
        array $processorConfiguration,
        array $processedData,
    ): array {
        $field = static fn(string $name): string => (string)($cObj->data['tx_amtsweg_' . $name] ?? '');
        $processedData['snippet'] = Snippet::html(
            (string)($processorConfiguration['server'] ?? ''),
            $field('widget'),
            [
                'area' => $field('area') !== '' ? $field('area') : ($processorConfiguration['area'] ?? ''),
                'service' => $field('service'),
                'view' => $field('view'),
            ],
            $field('label') !== ''
                ? $field('label')
                : (string)$cObj->stdWrapValue($field('widget'), $processorConfiguration['labels.'] ?? []),
        );
        return $processedData;
    }
}
